import { ExchangeError } from '../../exchange-error.ts';
import type { HttpAnswer } from './http-client.ts';
import type { WireError } from './wire.ts';

const JSON_BYTES = 64 * 1024 * 1024;

/** Reads a JSON answer; anything but 2xx becomes the error it speaks of. */
export async function readJson(answer: HttpAnswer, place: string): Promise<unknown> {
  const text = textOf(await readPieces(answer, place));
  return text === '' ? undefined : parse(text, place);
}

/** Reads an answer of bytes as they come; anything but 2xx becomes the error it speaks of. */
export async function readPieces(answer: HttpAnswer, place: string): Promise<readonly Uint8Array[]> {
  const pieces = await readBody(answer, place);
  if (answer.status >= 200 && answer.status < 300) return pieces;
  throw answerError(answer.status, textOf(pieces), place);
}

/** The error that a refused answer stands for. */
export async function refusedAnswer(answer: HttpAnswer, place: string): Promise<ExchangeError> {
  return answerError(answer.status, textOf(await readBody(answer, place)), place);
}

function textOf(pieces: readonly Uint8Array[]): string {
  return Buffer.concat(pieces).toString('utf8');
}

/** The error that an answer's status and text stand for. */
export function answerError(status: number, text: string, place: string): ExchangeError {
  const error = errorOf(text);
  // The message is a sentence of its own; here it ends ours.
  const reason =
    error === undefined ? text.slice(0, 200) : `${error.code} ${error.message.replace(/[。.]$/, '')}`;
  // Behind a 5xx the package may or may not lie on the disk.
  if (status >= 500)
    return new ExchangeError('TRANSPORT_INDETERMINATE', {
      details: { place, reason: `HTTP ${status} ${reason}` },
    });
  const retryable = error?.retryable ?? (status === 408 || status === 425 || status === 429);
  return new ExchangeError('TRANSPORT_REFUSED', {
    details: { status: `HTTP ${status}`, reason, remoteCode: error?.code ?? '' },
    retryable,
  });
}

async function readBody(answer: HttpAnswer, place: string): Promise<readonly Uint8Array[]> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body) {
      parts.push(chunk);
      size += chunk.length;
      if (size > JSON_BYTES)
        throw new ExchangeError('TOO_LARGE', { details: { what: place, limit: JSON_BYTES } });
    }
  } catch (cause) {
    if (cause instanceof ExchangeError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ExchangeError('TRANSPORT_INDETERMINATE', { details: { place, reason }, cause });
  }
  return parts;
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExchangeError('TRANSPORT_INDETERMINATE', { details: { place, reason: 'not JSON' }, cause });
  }
}

function errorOf(text: string): WireError['error'] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('error' in value)) return undefined;
    const { code, message, retryable } = value.error as Partial<WireError['error']>;
    if (typeof code !== 'string') return undefined;
    return { code, message: typeof message === 'string' ? message : '', retryable: retryable === true };
  } catch {
    return undefined;
  }
}
