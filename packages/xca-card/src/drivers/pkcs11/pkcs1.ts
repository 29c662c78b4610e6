/**
 * Takes PKCS#1 v1.5 encryption padding off a raw RSA block (RFC 8017 §7.2.2, step 3).
 *
 * @returns The message, or undefined when the block has another form.
 */
export function openPkcs1(block: Uint8Array): Uint8Array | undefined {
  if (block[0] !== 0 || block[1] !== 2) return undefined;
  const end = block.indexOf(0, 2);
  return end < 10 ? undefined : block.slice(end + 1);
}
