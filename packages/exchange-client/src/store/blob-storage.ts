import type { ByteSource } from '../seal/byte-source.ts';

export interface BlobRef {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly size: number;
}

/** Where large bytes lie, named by their digest. A port: a folder by default, shared storage for several machines. */
export interface BlobStorage {
  /** Durable under its name when the promise resolves. */
  put(content: AsyncIterable<Uint8Array>): Promise<BlobRef>;
  /**
   * The same for bytes that were announced by name: goes on where an earlier try broke off, also after a restart. What
   * it gives is another blob than the announced one when the bytes were others; then nothing is kept. Optional: without
   * it every try begins anew.
   */
  resume?(announced: BlobRef, open: (from: number) => AsyncIterable<Uint8Array>): Promise<BlobRef>;
  /** A source that fails with STORAGE_CORRUPT at its end when the bytes are not those of the name. */
  open(ref: BlobRef): ByteSource;
  has(sha256: string): Promise<boolean>;
  /** Deletes what `keep` does not want and nobody touched since `before`; gives how many. */
  sweep(keep: (sha256: string) => Promise<boolean>, before: Date): Promise<number>;
}
