/** The public key of a certificate, as WebCrypto imports it. */
export interface CertificateKey {
  /** DER of SubjectPublicKeyInfo. */
  readonly spki: Uint8Array<ArrayBuffer>;
  readonly type: 'RSA' | 'EC';
  /** Named curve of an EC key. */
  readonly curve?: 'P-256' | 'P-384' | 'P-521';
}

const RSA = '2a864886f70d010101';
const EC = '2a8648ce3d0201';
const CURVES = { '2a8648ce3d030107': 'P-256', '2b81040022': 'P-384', '2b81040023': 'P-521' } as const;

interface Der {
  readonly tag: number;
  /** Offset of the first byte, tag included. */
  readonly from: number;
  readonly body: number;
  readonly end: number;
}

/**
 * Takes the public key out of a certificate. Nothing else of it is looked at: whether it is to be trusted is for
 * somebody else to say.
 *
 * @returns undefined when the bytes are no certificate with an RSA or EC key
 */
export function certificateKey(der: Uint8Array): CertificateKey | undefined {
  const certificate = readDer(der, 0);
  const body = certificate && readDer(der, certificate.body);
  if (!certificate || !body || certificate.tag !== 0x30 || body.tag !== 0x30) return undefined;
  const fields = childrenOf(der, body);
  const [first] = fields;
  const spki = fields[first?.tag === 0xa0 ? 6 : 5];
  const algorithm = spki && childrenOf(der, spki)[0];
  if (spki?.tag !== 0x30 || !algorithm) return undefined;
  const [oid, parameters] = childrenOf(der, algorithm).map((part) => hex(der.subarray(part.body, part.end)));
  const bytes = new Uint8Array(der.subarray(spki.from, spki.end));
  if (oid === RSA) return { spki: bytes, type: 'RSA' };
  const curve = Object.entries(CURVES).find(([id]) => id === parameters)?.[1];
  return oid === EC && curve ? { spki: bytes, type: 'EC', curve } : undefined;
}

function childrenOf(der: Uint8Array, parent: Der): Der[] {
  const children: Der[] = [];
  for (let at = parent.body; at < parent.end; ) {
    const child = readDer(der, at);
    if (!child || child.end > parent.end) break;
    children.push(child);
    at = child.end;
  }
  return children;
}

/** One tag, length and value; lengths of more than four bytes are refused. */
function readDer(der: Uint8Array, from: number): Der | undefined {
  const [tag, first] = [der[from], der[from + 1]];
  if (tag === undefined || first === undefined) return undefined;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || first === 0x80) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < count; index += 1) length = length * 256 + (der[from + 2 + index] ?? 0);
  const body = from + 2 + count;
  const end = body + length;
  return end <= der.length ? { tag, from, body, end } : undefined;
}

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
