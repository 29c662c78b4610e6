import { ExchangeError } from '../exchange-error.ts';

/** Reads exact numbers of bytes off a stream of chunks of any size. */
export interface ByteReader {
  /** Exactly `length` bytes; a shorter rest is a malformed package. */
  read(length: number, place: string): Promise<Uint8Array>;
  /** Between one and `most` bytes, whatever is at hand. */
  readSome(most: number, place: string): Promise<Uint8Array>;
  /** A 32-bit big-endian number. */
  readUint32(place: string): Promise<number>;
  /** True when no byte is left. */
  ended(): Promise<boolean>;
  /** Lets go of the stream. */
  close(): Promise<void>;
}

/** @param onBytes - sees every byte in order as it arrives, for a digest */
export function createByteReader(
  chunks: AsyncIterable<Uint8Array>,
  onBytes?: (bytes: Uint8Array) => void,
): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);

  async function pull(): Promise<boolean> {
    const next = await iterator.next();
    if (next.done === true) return false;
    onBytes?.(next.value);
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  }

  async function read(length: number, place: string): Promise<Uint8Array> {
    while (held.length < length) {
      if (!(await pull())) throw new ExchangeError('PACKAGE_MALFORMED', { details: { place } });
    }
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  }

  return {
    read,
    async readSome(most, place) {
      while (held.length === 0) {
        if (!(await pull())) throw new ExchangeError('PACKAGE_MALFORMED', { details: { place } });
      }
      return read(Math.min(most, held.length), place);
    },
    async readUint32(place) {
      const bytes = await read(4, place);
      return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    },
    async ended() {
      while (held.length === 0) if (!(await pull())) return true;
      return false;
    },
    async close() {
      await iterator.return?.();
    },
  };
}
