import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import {
  type AgentOptions,
  Agent as HttpsAgent,
  request as httpsRequest,
  type RequestOptions,
} from 'node:https';
import type { TLSSocket } from 'node:tls';
import { digestOf } from '../../digest-of.ts';
import { ExchangeError } from '../../exchange-error.ts';
import type { ByteSource } from '../../seal/byte-source.ts';
import { BODY_DIGEST } from './wire.ts';

/** TLS of a connection; version 1.2 or later is always asked for. */
export interface TlsOptions {
  /** PEM of the only authorities that are trusted (pinned CA). */
  readonly ca?: string | Uint8Array;
  /** SHA-256 fingerprints of the only server certificates that are accepted, hexadecimal. */
  readonly fingerprints?: readonly string[];
  /** PEM of our client certificate and key. */
  readonly certificate?: string | Uint8Array;
  readonly key?: string | Uint8Array;
}

export interface HttpClientOptions {
  readonly url: string;
  readonly tls?: TlsOptions;
  /** Longest silence of the other side, milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** Most connections at once. Default 16. */
  readonly connections?: number;
}

export interface HttpCall {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | ByteSource;
  readonly signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Must be read to its end or destroyed. */
  readonly body: IncomingMessage;
}

/** Makes streaming requests to one server over kept connections. */
export interface HttpClient {
  /** @throws {@link ExchangeError} TRANSPORT_UNREACHABLE, TRANSPORT_INDETERMINATE, TRANSPORT_TLS */
  call(call: HttpCall): Promise<HttpAnswer>;
  close(): void;
}

/** Failures that come before any byte of a request left. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNABORTED',
];

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const base = new URL(options.url);
  const { timeoutMs = 30_000, connections = 16, tls } = options;
  const secure = base.protocol === 'https:';
  if (!secure && base.protocol !== 'http:') throw new TypeError('url must be http or https');
  const agent = secure
    ? new HttpsAgent({ keepAlive: true, maxSockets: connections, ...tlsSettings(tls) })
    : new HttpAgent({ keepAlive: true, maxSockets: connections });

  function attempt(call: HttpCall, fresh = false): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      const settings: RequestOptions = {
        method: call.method,
        headers: { ...bodyHeaders(call.body), ...call.headers },
        ...(secure ? tlsSettings(tls) : {}),
        agent: fresh ? false : agent,
        timeout: timeoutMs,
        ...(call.signal === undefined ? {} : { signal: call.signal }),
      };
      const target = new URL(base.pathname.replace(/\/$/, '') + call.path, base);
      const request = secure ? httpsRequest(target, settings) : httpRequest(target, settings);
      let connected = false;
      request.on('socket', (socket) => {
        if (!socket.connecting) connected = true;
        else
          socket.once(secure ? 'secureConnect' : 'connect', () => {
            connected = true;
          });
      });
      request.on('timeout', () => request.destroy(new Error('time-out')));
      request.on('response', (body) =>
        resolve({ status: body.statusCode ?? 0, headers: body.headers, body }),
      );
      request.on('error', (error: NodeJS.ErrnoException) => {
        reject(new CallFailure(error, connected, request.reusedSocket));
      });
      sendBody(request, call.body).catch((error: unknown) => request.destroy(asError(error)));
    });
  }

  return {
    async call(call) {
      try {
        return await attempt(call);
      } catch (failure) {
        if (!(failure instanceof CallFailure)) throw failure;
        // A kept connection that the server closed meanwhile: every call may be made twice, so make it again,
        // and not over another kept one, which may be just as stale.
        const stale = failure.reused && failure.reason.code === 'ECONNRESET' && call.signal?.aborted !== true;
        if (!stale) throw transportError(base, failure);
        return attempt(call, true).catch((error: unknown) => {
          throw error instanceof CallFailure ? transportError(base, error) : error;
        });
      }
    },
    close: () => agent.destroy(),
  };
}

class CallFailure extends Error {
  readonly reason: NodeJS.ErrnoException;
  readonly connected: boolean;
  readonly reused: boolean;

  constructor(reason: NodeJS.ErrnoException, connected: boolean, reused: boolean) {
    super(reason.message);
    this.reason = reason;
    this.connected = connected;
    this.reused = reused;
  }
}

function transportError(base: URL, { reason, connected }: CallFailure): unknown {
  // A source of ours that failed while it was read is not the network's fault.
  if (reason instanceof ExchangeError) return reason;
  const details = { place: base.host, reason: reason.code ?? reason.message };
  const tls = /CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_(GET|VERIFY)|ERR_SSL|EPROTO/.test(reason.code ?? '');
  if (tls) return new ExchangeError('TRANSPORT_TLS', { details, cause: reason });
  const before = !connected || NOT_CONNECTED.includes(reason.code ?? '');
  return new ExchangeError(before ? 'TRANSPORT_UNREACHABLE' : 'TRANSPORT_INDETERMINATE', {
    details,
    cause: reason,
  });
}

/** A body in memory goes with its digest, so that a byte that changes on the way is no other request. */
function bodyHeaders(body: HttpCall['body']): Record<string, string> {
  if (body === undefined) return {};
  if (!(body instanceof Uint8Array)) return { 'content-length': String(body.size) };
  const digest = digestOf(body);
  return { 'content-length': String(body.length), [BODY_DIGEST]: digest };
}

async function sendBody(request: NodeJS.WritableStream, body: HttpCall['body']): Promise<void> {
  if (body === undefined) {
    request.end();
    return;
  }
  if (body instanceof Uint8Array) {
    request.end(body);
    return;
  }
  for await (const chunk of body.open()) {
    if (!request.write(chunk)) await drained(request);
  }
  request.end();
}

function drained(request: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      request.off('drain', done);
      request.off('close', done);
      resolve();
    };
    request.on('drain', done);
    request.on('close', done);
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function tlsSettings(tls: TlsOptions | undefined): AgentOptions {
  const pinned = tls?.fingerprints?.map((text) => text.replaceAll(':', '').toLowerCase());
  return {
    minVersion: 'TLSv1.2',
    ...(tls?.ca === undefined ? {} : { ca: bufferOf(tls.ca) }),
    ...(tls?.certificate === undefined ? {} : { cert: bufferOf(tls.certificate) }),
    ...(tls?.key === undefined ? {} : { key: bufferOf(tls.key) }),
    ...(pinned === undefined
      ? {}
      : {
          checkServerIdentity: (_host: string, peer: { readonly raw: Buffer }) => {
            const found = digestOf(peer.raw);
            if (pinned.includes(found)) return undefined;
            return Object.assign(new Error('pinned fingerprint does not match'), {
              code: 'ERR_TLS_CERT_PIN',
            });
          },
        }),
  };
}

function bufferOf(value: string | Uint8Array): string | Buffer {
  return typeof value === 'string' ? value : Buffer.from(value);
}

/** The client certificate's fingerprint of a connection, for servers that ask for one. */
export function peerFingerprint(socket: TLSSocket): string | undefined {
  const raw: Buffer | undefined = socket.getPeerCertificate?.().raw;
  return raw === undefined ? undefined : digestOf(raw);
}
