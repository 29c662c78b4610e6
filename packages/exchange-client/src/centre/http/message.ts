import type { IncomingMessage, ServerResponse } from 'node:http';
import { digestOf } from '../../digest-of.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { joinBytes } from '../../seal/join-bytes.ts';
import { BODY_DIGEST, PROFILE_HEADER, PROFILE_VALUE, type WireError } from '../../transport/http/wire.ts';

/**
 * Reads a small request body and compares it with the digest that came along.
 *
 * @throws {@link ExchangeError} TOO_LARGE, PACKAGE_DIGEST_MISMATCH
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    parts.push(chunk);
    size += chunk.length;
    if (size > limit) throw new ExchangeError('TOO_LARGE', { details: { what: 'body', limit } });
  }
  const body = joinBytes(parts);
  const digest = request.headers[BODY_DIGEST];
  if (digest !== undefined && digestOf(body) !== digest) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'transfer' }, retryable: true });
  }
  return body;
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(body.length),
    [PROFILE_HEADER]: PROFILE_VALUE,
  });
  response.end(body);
}

export function sendBytes(response: ServerResponse, body: Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': String(body.length),
    [PROFILE_HEADER]: PROFILE_VALUE,
  });
  response.end(body);
}

const STATUS = { document: 422, usage: 404, environment: 503, trust: 403, remote: 502 } as const;

/** Answers with an error's code; what is unexpected says nothing of the inside. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const { status, ...body } = errorAnswer(error);
  sendJson(response, status, body);
}

/** An error as the wire has it, with its HTTP status. */
export function errorAnswer(error: unknown): WireError & { readonly status: number } {
  const known = error instanceof ExchangeError ? error : undefined;
  return {
    status: known === undefined ? 500 : STATUS[known.category],
    error: {
      code: known?.code ?? 'INTERNAL',
      message: known?.message ?? 'internal error',
      retryable: known?.retryable ?? true,
    },
  };
}
