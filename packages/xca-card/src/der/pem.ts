import { fromBase64, toBase64 } from './bytes.ts';
import { DerError } from './element.ts';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;

/** One block of a PEM text. */
export interface PemBlock {
  /** Such as `CERTIFICATE` or `CMS`. */
  readonly label: string;
  readonly der: Uint8Array;
}

/** The blocks of a PEM text, in order; what stands between them is skipped (RFC 7468). */
export function readPem(text: string): PemBlock[] {
  return Array.from(text.matchAll(BLOCK), ([, label = '', body = '']) => {
    try {
      return { label, der: fromBase64(body) };
    } catch (cause) {
      throw new DerError('PEM with bad base64', { cause });
    }
  });
}

/** PEM text of DER bytes, lines of 64 characters. */
export function writePem(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** DER of what may be DER bytes, PEM bytes or PEM text; of several PEM blocks with the label, the first. */
export function derFrom(input: Uint8Array | string, labels: readonly string[]): Uint8Array {
  if (typeof input !== 'string' && input[0] === 0x30) return input;
  const text = typeof input === 'string' ? input : new TextDecoder('latin1').decode(input);
  const block = readPem(text).find(({ label }) => labels.includes(label));
  if (!block) throw new DerError('neither DER nor PEM');
  return block.der;
}
