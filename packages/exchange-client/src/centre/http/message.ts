import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ExchangeError } from '../../exchange-error.ts';
import { wholeOf } from '../../seal/join-bytes.ts';
import { BODY_DIGEST, PROFILE_HEADER, PROFILE_VALUE, type WireError } from '../../transport/http/wire.ts';

/**
 * Reads a small request body in the pieces that come and compares it with the digest that came along.
 *
 * @throws {@link ExchangeError} TOO_LARGE, PACKAGE_DIGEST_MISMATCH
 */
export async function readPieces(request: IncomingMessage, limit: number): Promise<readonly Uint8Array[]> {
  const pieces: Buffer[] = [];
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of request) {
    pieces.push(chunk);
    digest.update(chunk);
    size += chunk.length;
    if (size > limit) throw new ExchangeError('TOO_LARGE', { details: { what: 'body', limit } });
  }
  const announced = request.headers[BODY_DIGEST];
  if (announced !== undefined && digest.digest('hex') !== announced) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'transfer' }, retryable: true });
  }
  return pieces;
}

/** As {@link readPieces}, in one. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  return wholeOf(await readPieces(request, limit));
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

export function sendPieces(response: ServerResponse, pieces: readonly Uint8Array[]): void {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    [PROFILE_HEADER]: PROFILE_VALUE,
  });
  response.cork();
  for (const piece of pieces) response.write(piece);
  response.end();
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
