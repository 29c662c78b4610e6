import { type FileHandle, open } from 'node:fs/promises';
import { DerError } from '../der/element.ts';

/** Pieces of this size leave the file; smaller ones cost time, larger ones memory. */
const PIECE = 1 << 20;

/** A file that is read where one wants. */
export interface ByteFile {
  readonly size: number;
  /** @throws DerError when the file ends before */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** The bytes of a range in pieces; a piece is valid until the next one is asked for. */
  pieces(offset: number, length: number): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

export async function openByteFile(path: string): Promise<ByteFile> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    read: (offset, length) => readExactly(handle, new Uint8Array(length), offset),
    async *pieces(offset, length) {
      const buffer = new Uint8Array(Math.min(PIECE, length));
      for (let done = 0; done < length; ) {
        const piece = await readExactly(
          handle,
          buffer.subarray(0, Math.min(buffer.length, length - done)),
          offset + done,
        );
        done += piece.length;
        yield piece;
      }
    },
    close: () => handle.close(),
  };
}

async function readExactly(handle: FileHandle, buffer: Uint8Array, offset: number): Promise<Uint8Array> {
  for (let done = 0; done < buffer.length; ) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, offset + done);
    if (bytesRead === 0) throw new DerError('truncated');
    done += bytesRead;
  }
  return buffer;
}
