import type { FileRole } from './format.ts';

/** Takes one file's bytes as they are decrypted. What it stores is not to be used before the package is open. */
export type FileStore<T> = (
  file: { readonly role: FileRole; readonly name: string; readonly size: number },
  content: AsyncIterable<Uint8Array>,
) => Promise<T>;
