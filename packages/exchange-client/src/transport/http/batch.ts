import { ByteCursor } from '../../seal/byte-reader.ts';
import { utf8 } from '../../seal/encoding.ts';
import { uint32 } from '../../seal/format.ts';
import { joinBytes } from '../../seal/join-bytes.ts';
import { parseObject } from '../../seal/parse-json.ts';

/** Most bytes of a batch, and of a package or notice that may travel in one. */
export const BATCH_BYTES = 4 * 1024 * 1024;
export const BATCH_ENTRY_BYTES = 256 * 1024;

/** What a server takes at most, with room for the heads. */
export const BATCH_LIMIT = 2 * BATCH_BYTES;

/** One package or notice of a batch: who and what, and its bytes. */
export interface BatchEntry {
  readonly head: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}

/**
 * The entries one after the other: JSON head and bytes, each behind its 32-bit big-endian length. In pieces, so that
 * nobody copies the bytes.
 */
export function writeBatch(entries: readonly BatchEntry[]): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (const { head, bytes } of entries) {
    const text = utf8(JSON.stringify(head));
    pieces.push(joinBytes([uint32(text.length), text, uint32(bytes.length)]), bytes);
  }
  return pieces;
}

/**
 * Reads entries off the pieces that came.
 *
 * @throws {@link ExchangeError} PACKAGE_MALFORMED, TOO_LARGE
 */
export function readBatch(pieces: readonly Uint8Array[]): readonly BatchEntry[] {
  const cursor = new ByteCursor(pieces);
  const entries: BatchEntry[] = [];
  while (!cursor.ended) {
    const head = parseObject(cursor.readFramed(BATCH_ENTRY_BYTES, 'batch'), 'batch');
    entries.push({ head, bytes: cursor.readFramed(BATCH_ENTRY_BYTES, 'batch') });
  }
  return entries;
}

/** Cuts a list so that each piece stays under the limit of a batch. */
export function intoBatches<T>(items: readonly T[], sizeOf: (item: T) => number): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (size > room) {
      batches.push([]);
      room = BATCH_BYTES;
    }
    batches.at(-1)?.push(item);
    room -= size;
  }
  return batches;
}
