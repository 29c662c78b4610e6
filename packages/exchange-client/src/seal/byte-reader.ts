import { ExchangeError } from '../exchange-error.ts';
import { wholeOf } from './join-bytes.ts';

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

/** Reads exact numbers of bytes off pieces in memory that follow one another. */
export class ByteCursor {
  readonly #pieces: readonly Uint8Array[];
  #next = 0;
  #rest: Uint8Array = NONE;

  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces;
  }

  /** Exactly `length` bytes, copied only where they lie in several pieces; a shorter rest is malformed. */
  read(length: number, place: string): Uint8Array {
    if (this.#rest.length >= length) return this.#take(length);
    const parts: Uint8Array[] = [];
    for (let missing = length; missing > 0; ) {
      if (this.ended) throw malformed(place);
      const part = this.#take(Math.min(missing, this.#rest.length));
      parts.push(part);
      missing -= part.length;
    }
    return wholeOf(parts);
  }

  /** Bytes behind their length, a 32-bit big-endian number. */
  readFramed(limit: number, place: string): Uint8Array {
    const length = uint32At(this.read(4, place));
    if (length > limit) throw new ExchangeError('TOO_LARGE', { details: { what: place, limit } });
    return this.read(length, place);
  }

  /** True when no byte is left. */
  get ended(): boolean {
    while (this.#rest.length === 0) {
      const piece = this.#pieces[this.#next];
      if (piece === undefined) return true;
      this.#next += 1;
      this.#rest = piece;
    }
    return false;
  }

  #take(length: number): Uint8Array {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }
}

/** The 32-bit big-endian number that bytes begin with. */
export function uint32At(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

function malformed(place: string): ExchangeError {
  return new ExchangeError('PACKAGE_MALFORMED', { details: { place } });
}
