import type { IncomingMessage, ServerResponse } from 'node:http';
import { ProtocolFailure, RET } from './protocol/codes.ts';

/** Largest body that is read, bytes. */
const MOST = 32 * 1024 * 1024;

/** Only files of this service run in its pages, and only its own pages may frame them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ');

export function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    // With no-referrer a browser would send `Origin: null` with the consent form.
    'referrer-policy': 'same-origin',
  });
  response.end(body);
}

export function sendHtml(response: ServerResponse, body: string, status = 200): void {
  send(response, status, 'text/html; charset=utf-8', body);
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

/** @throws ProtocolFailure 0x7600000A */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    // A request stream without an encoding gives Buffers.
    const bytes = part as Buffer;
    length += bytes.length;
    if (length > MOST) throw new ProtocolFailure(RET.tooLarge);
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
