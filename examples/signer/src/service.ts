import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CardDriver } from '@kcc/xca-card';
import type { AllowList } from './allow-list.ts';
import { type Audit, hex } from './audit.ts';
import { createDesk } from './consent/desk.ts';
import { answerPages, type PageWorld } from './page-routes.ts';
import { refusal } from './protocol/answer.ts';
import { failureOf } from './protocol/codes.ts';
import { answerProtocol, type ProtocolWorld } from './protocol-routes.ts';
import { createGate } from './requester.ts';
import { send, sendJson } from './respond.ts';

export interface SignerOptions {
  /** Where the cards are; the caller closes it. */
  readonly driver: CardDriver;
  readonly audit: Audit;
  readonly allowList: AllowList;
  /** Default 0: any free port. */
  readonly port?: number;
  /** Whether programs that are no browser may ask. Default true. */
  readonly programs?: boolean;
  /** Shown to people who want to add an origin. */
  readonly allowFile?: string;
  /** Milliseconds a request waits for consent. Default 110,000, a little less than pages wait. */
  readonly patience?: number;
  readonly now?: () => Date;
  readonly onAsk?: (requester: string) => void;
}

/** A running service. */
export interface SignerService {
  /** `http://localhost:PORT` */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts the service on the loopback address 127.0.0.1.
 *
 * @throws Error `EADDRINUSE` when the port is taken
 */
export async function startSigner(options: SignerOptions): Promise<SignerService> {
  const { driver, audit, patience = 110_000, now = () => new Date(), onAsk } = options;
  const desk = createDesk({ driver, audit, now, patience, ...(onAsk && { onAsk }) });
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const gate = createGate(port, options.allowList, options.programs ?? true);
  const { allowFile } = options;
  const token = randomBytes(32).toString('hex');
  const world = { driver, audit, desk, gate, token, ...(allowFile === undefined ? {} : { allowFile }) };
  server.on('request', (request, response) => {
    handle(world, request, response).catch(() => {
      if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', 'internal failure');
      else response.destroy();
    });
  });
  return { url: `http://localhost:${port}`, port, close: () => closeServer(server) };
}

async function handle(
  world: ProtocolWorld & PageWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { gate, audit } = world;
  try {
    gate.checkHost(request.headers);
  } catch (error) {
    const failure = failureOf(error);
    await audit.record({ event: 'refused', requester: 'foreign host name', retCode: hex(failure.retCode) });
    sendJson(response, refusal('', failure), 403);
    return;
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (await answerPages(world, url, request, response)) return;
  if (await answerProtocol(world, url, request, response)) return;
  send(response, 404, 'text/plain; charset=utf-8', 'not found');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A TCP server's address is always an AddressInfo.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
