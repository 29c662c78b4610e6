import { FormError } from '../../form-error.ts';

/**
 * SHA-256 of a file as 64 hexadecimal digits.
 *
 * @param bytes the file
 */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  // A copy in its own buffer: WebCrypto takes no view of a shared one.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws FormError `TEMPLATE_CHANGED` when the file is not the one that was compared */
export async function assertHash(template: Uint8Array, expected: string): Promise<void> {
  const found = await sha256Of(template);
  if (found !== expected.toLowerCase()) throw new FormError('TEMPLATE_CHANGED', { expected, found });
}
