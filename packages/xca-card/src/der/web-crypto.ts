/**
 * The same bytes under the type WebCrypto asks for: every `Uint8Array` made here lies in an `ArrayBuffer`, which the
 * type of the parameters that callers hand in does not say.
 */
export function source(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
