import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { wholeOf } from './join-bytes.ts';

/** Bytes that can be read more than once and from any place, without being held in memory. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /** Streams the bytes from an offset, 0 by default. */
  open(from?: number): AsyncIterable<Uint8Array>;
}

/** A source over bytes in memory, which must stay as they are while it is used. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, open: (from = 0) => restOf(bytes, from) };
}

async function* restOf(bytes: Uint8Array, from: number): AsyncGenerator<Uint8Array> {
  if (from < bytes.length) yield bytes.subarray(from);
}

/** A source over a file as long as it is now. */
export async function fileSource(path: string): Promise<ByteSource> {
  const { size } = await stat(path);
  return { size, open: (from = 0) => createReadStream(path, { start: from, highWaterMark: 256 * 1024 }) };
}

/** Reads a source that is known to be small. */
export async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return wholeOf(parts);
}
