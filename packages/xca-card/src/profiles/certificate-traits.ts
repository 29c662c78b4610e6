/** What decides which use a certificate on a card has; read without trusting it. */
export interface CertificateTraits {
  /** basicConstraints cA (RFC 5280 §4.2.1.9). */
  readonly ca: boolean;
  /** keyUsage digitalSignature or nonRepudiation; true when there is no keyUsage. */
  readonly signs: boolean;
  /** keyUsage keyEncipherment or dataEncipherment; true when there is no keyUsage. */
  readonly enciphers: boolean;
  /** Subject equals issuer, byte for byte. */
  readonly selfIssued: boolean;
}

interface Node {
  readonly tag: number;
  readonly body: Uint8Array;
  readonly whole: Uint8Array;
}

const OID_KEY_USAGE = '551d0f';
const OID_BASIC_CONSTRAINTS = '551d13';
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const OCTET_STRING = 0x04;

/**
 * Reads the few fields of a certificate that tell its use. Small and free of dependencies, because it runs on every
 * listing of a reader, also in a browser; the full reader is in `@kcc/xca-card/certificate`.
 *
 * @param der DER of one certificate.
 * @returns undefined when the bytes are not a certificate.
 */
export function readCertificateTraits(der: Uint8Array): CertificateTraits | undefined {
  const certificate = children(der)[0];
  const tbs = certificate && children(certificate.body)[0];
  if (tbs === undefined) return undefined;
  const fields = children(tbs.body);
  const at = fields[0]?.tag === VERSION ? 1 : 0;
  const issuer = fields[at + 2];
  const subject = fields[at + 4];
  if (issuer === undefined || subject === undefined || fields[at + 5] === undefined) return undefined;
  const extensions = readExtensions(fields.find((field) => field.tag === EXTENSIONS)?.body);
  const usage = extensions.get(OID_KEY_USAGE);
  const bits = usage === undefined ? undefined : (children(usage)[0]?.body[1] ?? 0);
  return {
    ca: isAuthority(extensions.get(OID_BASIC_CONSTRAINTS)),
    signs: bits === undefined || (bits & 0xc0) !== 0,
    enciphers: bits === undefined || (bits & 0x30) !== 0,
    selfIssued: hex(issuer.whole) === hex(subject.whole),
  };
}

function readExtensions(body: Uint8Array | undefined): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const list = body && children(body)[0];
  for (const extension of list ? children(list.body) : []) {
    const parts = children(extension.body);
    const value = parts.find((part) => part.tag === OCTET_STRING);
    if (parts[0] !== undefined && value !== undefined) found.set(hex(parts[0].body), value.body);
  }
  return found;
}

function isAuthority(value: Uint8Array | undefined): boolean {
  const sequence = value && children(value)[0];
  const first = sequence && children(sequence.body)[0];
  return first !== undefined && first.tag === 0x01 && first.body[0] !== 0;
}

/** The values that follow one another in `bytes`; stops at the first that does not fit. */
function children(bytes: Uint8Array): readonly Node[] {
  const nodes: Node[] = [];
  let offset = 0;
  while (offset + 2 <= bytes.length) {
    const tag = bytes[offset] ?? 0;
    let length = bytes[offset + 1] ?? 0;
    let start = offset + 2;
    if (length > 0x80) {
      const count = length & 0x7f;
      if (count > 4) return nodes;
      length = 0;
      for (let i = 0; i < count; i += 1) length = length * 256 + (bytes[start + i] ?? 0);
      start += count;
    }
    const end = start + length;
    if (end > bytes.length) return nodes;
    nodes.push({ tag, body: bytes.subarray(start, end), whole: bytes.subarray(offset, end) });
    offset = end;
  }
  return nodes;
}

/** Lower-case hexadecimal of bytes. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
