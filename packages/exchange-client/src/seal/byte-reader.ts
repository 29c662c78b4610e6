import { ExchangeError } from '../exchange-error.ts';

const NONE = new Uint8Array(0);

/** Reads exact numbers of bytes off a stream of chunks of any size. For bytes in memory there is {@link ByteCursor}. */
export class ByteReader {
  readonly #iterator: AsyncIterator<Uint8Array>;
  readonly #onBytes: ((bytes: Uint8Array) => void) | undefined;
  #held: Uint8Array = NONE;

  /** @param onBytes - sees every byte in order as it arrives, for a digest */
  constructor(chunks: AsyncIterable<Uint8Array>, onBytes?: (bytes: Uint8Array) => void) {
    this.#iterator = chunks[Symbol.asyncIterator]();
    this.#onBytes = onBytes;
  }

  /** Exactly `length` bytes; a shorter rest is a malformed package. */
  async read(length: number, place: string): Promise<Uint8Array> {
    if (this.#held.length < length) await this.#hold(length, place);
    return this.#take(length);
  }

  /** Between one and `most` bytes, whatever is at hand. */
  async readSome(most: number, place: string): Promise<Uint8Array> {
    if (this.#held.length === 0) await this.#hold(1, place);
    return this.#take(Math.min(most, this.#held.length));
  }

  /** Bytes behind their length, a 32-bit big-endian number. */
  async readFramed(limit: number, place: string): Promise<Uint8Array> {
    if (this.#held.length < 4) await this.#hold(4, place);
    const length = uint32At(this.#take(4));
    if (length > limit) throw new ExchangeError('TOO_LARGE', { details: { what: place, limit } });
    if (this.#held.length < length) await this.#hold(length, place);
    return this.#take(length);
  }

  /** True when no byte is left. */
  async ended(): Promise<boolean> {
    while (this.#held.length === 0) if (!(await this.#pull())) return true;
    return false;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  #take(length: number): Uint8Array {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #hold(length: number, place: string): Promise<void> {
    while (this.#held.length < length) if (!(await this.#pull())) throw malformed(place);
  }

  async #pull(): Promise<boolean> {
    const next = await this.#iterator.next();
    if (next.done === true) return false;
    this.#onBytes?.(next.value);
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}

/** Reads exact numbers of bytes off bytes in memory. */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Exactly `length` bytes; a shorter rest is malformed. */
  read(length: number, place: string): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw malformed(place);
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  /** Bytes behind their length, a 32-bit big-endian number. */
  readFramed(limit: number, place: string): Uint8Array {
    const length = uint32At(this.read(4, place));
    if (length > limit) throw new ExchangeError('TOO_LARGE', { details: { what: place, limit } });
    return this.read(length, place);
  }

  /** True when no byte is left. */
  get ended(): boolean {
    return this.#at >= this.#bytes.length;
  }
}

/** The 32-bit big-endian number that bytes begin with. */
export function uint32At(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

function malformed(place: string): ExchangeError {
  return new ExchangeError('PACKAGE_MALFORMED', { details: { place } });
}
