/** One element of DER inside `bytes`. */
interface Element {
  readonly tag: number;
  readonly value: Uint8Array;
}

const SET = 0x31;
const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
/** 1.2.840.113549.1.9.3, RFC 5652 §11.1. */
const CONTENT_TYPE = '2a864886f70d010903';
/** 1.2.840.113549.1.9.4, RFC 5652 §11.2. */
const MESSAGE_DIGEST = '2a864886f70d010904';

/**
 * The digest of the document that CMS signed attributes (RFC 5652 §5.4) stand for: what a page that makes its own CMS has
 * signed instead of the document.
 *
 * @returns lower-case hex; undefined for anything but signed attributes in DER, whole and with nothing behind them
 */
export function signedDigest(content: Uint8Array): string | undefined {
  const [set, ...rest] = elementsOf(content) ?? [];
  if (set?.tag !== SET || rest.length > 0) return undefined;
  const values = new Map<string, Element>();
  for (const attribute of elementsOf(set.value) ?? []) {
    const [type, holder, ...more] = (attribute.tag === SEQUENCE && elementsOf(attribute.value)) || [];
    const [value, ...others] = (holder?.tag === SET && elementsOf(holder.value)) || [];
    if (type?.tag !== OBJECT_IDENTIFIER || value === undefined || more.length > 0) return undefined;
    const name = Buffer.from(type.value).toString('hex');
    // Two digests, or two values of one, would let the reader and the verifier see different documents.
    if (values.has(name) || (name === MESSAGE_DIGEST && others.length > 0)) return undefined;
    values.set(name, value);
  }
  const digest = values.get(MESSAGE_DIGEST);
  if (digest?.tag !== OCTET_STRING || !values.has(CONTENT_TYPE)) return undefined;
  return Buffer.from(digest.value).toString('hex');
}

/** The elements that fill `bytes` exactly; undefined when they do not. */
function elementsOf(bytes: Uint8Array): readonly Element[] | undefined {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag = 0, first] = bytes.subarray(at, at + 2);
    if (first === undefined || first === 0x80) return undefined;
    const octets = first < 0x80 ? 0 : first & 0x7f;
    if (octets > 3 || at + 2 + octets > bytes.length) return undefined;
    const coded = bytes.subarray(at + 2, at + 2 + octets);
    const length = octets === 0 ? first : coded.reduce((sum, octet) => sum * 256 + octet, 0);
    const from = at + 2 + octets;
    if (from + length > bytes.length) return undefined;
    found.push({ tag, value: bytes.subarray(from, from + length) });
    at = from + length;
  }
  return found;
}
