import { concatBytes } from './bytes.ts';
import { DerError } from './element.ts';
import { header } from './write.ts';

/** Nesting that no message reaches; more is an attack on the reader. */
const MAX_DEPTH = 64;

/**
 * The same message with definite lengths: streaming writers such as `openssl cms -stream` leave them open (BER).
 * Bytes that are definite already come back as they are. Values that must keep their bytes, such as certificates, have
 * definite lengths and are copied unchanged.
 */
export function toDefinite(bytes: Uint8Array): Uint8Array {
  if (bytes[1] !== 0x80) return bytes;
  const { parts, end } = convert(bytes, 0, 0);
  if (end !== bytes.length) throw new DerError('bytes after the end');
  return concatBytes(parts);
}

interface Converted {
  readonly parts: readonly Uint8Array[];
  readonly end: number;
}

function convert(bytes: Uint8Array, offset: number, depth: number): Converted {
  if (depth > MAX_DEPTH) throw new DerError('nested too deeply');
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw new DerError('truncated');
  if (first !== 0x80) {
    const end = definiteEnd(bytes, offset, first);
    return { parts: [bytes.subarray(offset, end)], end };
  }
  if ((tag & 0x20) === 0) throw new DerError('a primitive value of indefinite length');
  const parts: Uint8Array[] = [];
  let position = offset + 2;
  while (bytes[position] !== 0 || bytes[position + 1] !== 0) {
    const child = convert(bytes, position, depth + 1);
    parts.push(...child.parts);
    position = child.end;
  }
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return { parts: [header(tag, length), ...parts], end: position + 2 };
}

function definiteEnd(bytes: Uint8Array, offset: number, first: number): number {
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 6) throw new DerError('length too large');
  let length = count === 0 ? first : 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[offset + 2 + index] ?? 0);
  const end = offset + 2 + count + length;
  if (end > bytes.length) throw new DerError('truncated');
  return end;
}
