import { ProtocolFailure, RET } from './codes.ts';

/** The fields of a request; every value is text. */
export type Fields = Readonly<Record<string, string>>;

const FIELD = 'tbsPackage=';

/**
 * Reads the one form field `tbsPackage` of a POST. Callers escape only the plus signs of its JSON, so an `&` inside is
 * taken as part of it.
 *
 * @throws ProtocolFailure 0x7600000B, 0x7600000C
 */
export function parseBody(body: string): Fields {
  if (!body.startsWith(FIELD)) throw new ProtocolFailure(RET.badParameter);
  return parseFields(unescaped(body.slice(FIELD.length)));
}

/** A bare `%` stands for itself; Node's own URLSearchParams garbles Chinese text that has one. */
function unescaped(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

function parseFields(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProtocolFailure(RET.badJson);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProtocolFailure(RET.badJson);
  }
  const plain = Object.entries(value).filter(([, item]) => item !== null && typeof item !== 'object');
  return Object.fromEntries(plain.map(([name, item]) => [name, String(item)]));
}

/** Undoes the `encodeURIComponent` that the protocol asks for; text that was not encoded stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @throws ProtocolFailure 0x76600002 */
export function fromBase64(text: string): Uint8Array {
  const compact = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact) || compact.replace(/=+$/, '').length % 4 === 1) {
    throw new ProtocolFailure(RET.badBase64);
  }
  return new Uint8Array(Buffer.from(compact, 'base64'));
}
