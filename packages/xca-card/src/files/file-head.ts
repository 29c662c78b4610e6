import { DerError } from '../der/element.ts';
import type { ByteFile } from './byte-file.ts';

/** Identifier and length of an element in a file, DER or BER. */
export interface Head {
  readonly tag: number;
  readonly contentStart: number;
  /** Undefined for an indefinite length. */
  readonly end: number | undefined;
}

/** Reads identifier and length at an offset; the content stays in the file. */
export async function headAt(file: ByteFile, offset: number, tag?: number): Promise<Head> {
  const bytes = await file.read(offset, Math.min(12, Math.max(0, file.size - offset)));
  const head = parseHead(bytes, offset);
  if (tag !== undefined && head.tag !== tag) throw new DerError('an unexpected value');
  if (head.end !== undefined && head.end > file.size) throw new DerError('truncated');
  return head;
}

export function parseHead(bytes: Uint8Array, offset: number): Head {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) throw new DerError('truncated');
  if (first === 0x80) return { tag, contentStart: offset + 2, end: undefined };
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 6) throw new DerError('length too large');
  let length = count === 0 ? first : 0;
  for (let index = 0; index < count; index++) length = length * 256 + (bytes[2 + index] ?? 0);
  return { tag, contentStart: offset + 2 + count, end: offset + 2 + count + length };
}

/** End of an element that must have a definite length. */
export function endOf({ end }: Head): number {
  if (end === undefined) throw new DerError('indefinite length of a primitive value');
  return end;
}
