import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { ExchangeError } from '../../exchange-error.ts';
import { base64, fromBase64 } from '../../seal/encoding.ts';
import { peerFingerprint } from '../../transport/http/http-client.ts';
import {
  HTTP_BASE,
  PEER_PREFIX,
  PROFILE_VALUE,
  type WireOffice,
  type WireProof,
} from '../../transport/http/wire.ts';
import type { ExchangeCentre } from '../centre.ts';
import { postNotices, postPackages } from './batch-handler.ts';
import {
  getItem,
  getMailbox,
  headUpload,
  type OfficeCall,
  patchUpload,
  postAcknowledgements,
  postBulletin,
  postNotice,
  postPackage,
  putPackage,
} from './exchange-handler.ts';
import { postForwarded, putForwarded } from './forward-handler.ts';
import { readBody, sendError, sendJson } from './message.ts';
import { createProofDesk, type ProofDesk } from './proofs.ts';
import { statusPage } from './status-page.ts';
import { createUploadDesk, type UploadDesk } from './uploads.ts';

export interface ServeOptions {
  readonly centre: ExchangeCentre;
  /** Folder for uploads in progress. */
  readonly uploads: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /**
   * Who may register: `open` lets anyone with a key register a free code, which suits development; `closed` nobody
   * over HTTP. Default open.
   */
  readonly registration?: 'open' | 'closed';
  /** Serve HTTPS with this key and certificate; `requestCert` asks for client certificates. */
  readonly tls?: Pick<ServerOptions, 'key' | 'cert' | 'ca' | 'requestCert' | 'rejectUnauthorized'>;
  /**
   * Ties offices to TLS client certificates: true lets an office register and open a session over a connection that
   * showed the certificate of this SHA-256 fingerprint (hexadecimal; undefined when it showed none). A session is good
   * only over connections with the certificate that opened it. Default: any or none.
   */
  readonly clientCertificate?: (office: string, fingerprint: string | undefined) => boolean;
  /** Other centres that may hand over items of their offices: the `home` of those offices, and who signs for it. */
  readonly peers?: readonly { readonly home: string; readonly certificates: readonly Uint8Array[] }[];
  readonly clock?: () => Date;
  readonly random?: (length: number) => Uint8Array;
  /** Sees every request before it is handled; may answer or break it instead (true). */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

export interface ServedCentre {
  /** Such as `http://127.0.0.1:40001`. */
  readonly url: string;
  close(): Promise<void>;
}

type Handler = (call: OfficeCall) => Promise<void>;

/** What an office with a session may ask: method and first path part. */
const OFFICE_CALLS: Readonly<Record<string, Handler>> = {
  'PUT packages': putPackage,
  'POST packages': postPackage,
  'POST packages-batch': postPackages,
  'POST notices': postNotice,
  'POST notices-batch': postNotices,
  'GET mailbox': getMailbox,
  'GET items': getItem,
  'POST acknowledgements': postAcknowledgements,
  'POST bulletins': postBulletin,
  'HEAD uploads': headUpload,
  'PATCH uploads': patchUpload,
};

/** What another centre may ask. */
const PEER_CALLS: Readonly<Record<string, Handler>> = {
  'PUT forwarded': putForwarded,
  'POST forwarded': postForwarded,
  'HEAD uploads': headUpload,
  'PATCH uploads': patchUpload,
};

/** Serves a centre over HTTP or HTTPS, with a status page at `/`. */
export async function serveCentre(options: ServeOptions): Promise<ServedCentre> {
  const { centre, host = '127.0.0.1', port = 0, tls } = options;
  const desk = createProofDesk(
    centre.name,
    options.clock ?? (() => new Date()),
    options.random ?? ((length) => new Uint8Array(randomBytes(length))),
  );
  const uploads = createUploadDesk(options.uploads);
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    respond(options, desk, uploads, request, response).catch((error: unknown) => sendError(response, error));
  };
  const server =
    tls === undefined ? createServer(handle) : createSecureServer({ minVersion: 'TLSv1.2', ...tls }, handle);
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  // A listening TCP server has an address of this shape.
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  options: ServeOptions,
  desk: ProofDesk,
  uploads: UploadDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if ((await options.intercept?.(request, response)) === true) return;
  const { centre } = options;
  const url = new URL(request.url ?? '/', 'http://centre');
  if (!url.pathname.startsWith(`${HTTP_BASE}/`)) return respondPage(centre, url, response);
  const parts = url.pathname
    .slice(HTTP_BASE.length + 1)
    .split('/')
    .map(decodeURIComponent);
  const [what = ''] = parts;
  if (what === '') return sendJson(response, 200, { name: centre.name, profile: PROFILE_VALUE });
  if (what === 'offices' && request.method === 'GET') return getOffice(centre, parts, url, response);
  if (what === 'offices' && request.method === 'POST') return postOffice(options, desk, request, response);
  if (what === 'bulletins' && request.method === 'GET')
    return sendJson(response, 200, await centre.bulletins());
  if (what === 'sessions' && request.method === 'POST') return postSession(options, desk, request, response);
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const office = desk.officeOf(token, fingerprintOf(request));
  if (office === undefined) {
    request.resume();
    return sendJson(response, 401, { error: { code: 'SESSION', message: 'no session', retryable: true } });
  }
  const calls = office.startsWith(PEER_PREFIX) ? PEER_CALLS : OFFICE_CALLS;
  const handler = calls[`${request.method} ${what}`];
  if (handler === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: url.pathname } });
  return handler({ centre, uploads, office, request, response, url, parts });
}

async function respondPage(centre: ExchangeCentre, url: URL, response: ServerResponse): Promise<void> {
  const status = await centre.status();
  if (url.pathname === '/status.json') return sendJson(response, 200, status);
  if (url.pathname !== '/') throw new ExchangeError('NOT_FOUND', { details: { what: url.pathname } });
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(statusPage(status));
}

async function getOffice(
  centre: ExchangeCentre,
  parts: readonly string[],
  url: URL,
  response: ServerResponse,
) {
  const [, code = ''] = parts;
  const office = await centre.directory.find(code, url.searchParams.get('unit') ?? '');
  if (office === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: code } });
  const wire: WireOffice = {
    code: office.code,
    unit: office.unit,
    name: office.name,
    signing: office.signingCertificates.map(base64),
    encryption: office.encryptionCertificates.map(base64),
  };
  sendJson(response, 200, wire);
}

async function postOffice(
  options: ServeOptions,
  desk: ProofDesk,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { centre, registration = 'open' } = options;
  if (registration === 'closed') throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: '' } });
  const { office: body, proof } = await readObject<{ office: string; proof: WireProof }>(request);
  // The text was signed as it stands; its fields are used as strings only.
  const wire = JSON.parse(String(body)) as WireOffice;
  const known = await centre.findOffice(String(wire.code), String(wire.unit));
  // A code that is taken may only be renewed by the key that holds it.
  const holders = known?.unit === wire.unit ? known.signingCertificates : undefined;
  await desk.check('register', proof, String(body), holders);
  if (proof.code !== wire.code || proof.code.startsWith(PEER_PREFIX))
    throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: proof.code } });
  requireClient(options, proof.code, fingerprintOf(request));
  await centre.register({
    code: String(wire.code),
    unit: String(wire.unit),
    name: String(wire.name),
    signingCertificates: wire.signing.map(fromBase64),
    encryptionCertificates: wire.encryption.map(fromBase64),
  });
  sendJson(response, 200, {});
}

async function postSession(
  options: ServeOptions,
  desk: ProofDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const proof = await readObject<WireProof>(request);
  await desk.check('session', proof, '', await certificatesOf(options, String(proof.code)));
  const fingerprint = fingerprintOf(request);
  requireClient(options, proof.code, fingerprint);
  sendJson(response, 200, { token: desk.open(proof.code, fingerprint) });
}

/** Who may prove to be an office or another centre. */
async function certificatesOf({ centre, peers = [] }: ServeOptions, code: string) {
  if (!code.startsWith(PEER_PREFIX)) return (await centre.findOffice(code))?.signingCertificates ?? [];
  return peers.find(({ home }) => home === code.slice(PEER_PREFIX.length))?.certificates ?? [];
}

/** Fingerprint of the client certificate of a TLS connection. */
function fingerprintOf({ socket }: IncomingMessage): string | undefined {
  return socket instanceof TLSSocket ? peerFingerprint(socket) : undefined;
}

function requireClient(
  { clientCertificate }: ServeOptions,
  code: string,
  fingerprint: string | undefined,
): void {
  if (clientCertificate?.(code, fingerprint) === false)
    throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: code } });
}

async function readObject<T>(request: IncomingMessage): Promise<T> {
  const text = new TextDecoder().decode(await readBody(request, 1024 * 1024));
  try {
    // Every field is turned into a string or verified by a signature before use.
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'body' }, cause });
  }
}
