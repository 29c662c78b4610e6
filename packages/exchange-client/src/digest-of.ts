import { hash } from 'node:crypto';

/** SHA-256 of bytes, or of a text in UTF-8, lower-case hexadecimal. */
export function digestOf(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}
