import { concatBytes, toHex } from './bytes.ts';
import { childrenOf, contentOf, DerError, type Element, expectTag } from './element.ts';
import { decodeOid } from './oid.ts';
import { TAG } from './tags.ts';

export function booleanOf(element: Element): boolean {
  const content = contentOf(element);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) throw new DerError('a bad BOOLEAN');
  return content[0] === 0xff;
}

/** Content octets of an INTEGER, checked to be minimal. */
export function integerBytes(element: Element): Uint8Array {
  const content = contentOf(element);
  const [first, second = 0] = content;
  if (first === undefined) throw new DerError('an empty INTEGER');
  const redundant =
    content.length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (redundant) throw new DerError('an INTEGER that is not minimal');
  return content;
}

/** An INTEGER or ENUMERATED from 0 to 2^31 − 1. */
export function smallIntegerOf(element: Element): number {
  const bytes = integerBytes(element);
  if (bytes.length > 5 || (bytes[0] ?? 0) >= 0x80) throw new DerError('an INTEGER out of range');
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  if (value > 0x7fffffff) throw new DerError('an INTEGER out of range');
  return value;
}

/** An INTEGER as upper-case hex of its magnitude, a negative one with `-` before it; `00` for zero. */
export function integerHex(element: Element): string {
  const bytes = integerBytes(element);
  if ((bytes[0] ?? 0) >= 0x80)
    return `-${toHex(negated(bytes))
      .toUpperCase()
      .replace(/^00(?=.)/, '')}`;
  return toHex(bytes.length > 1 && bytes[0] === 0 ? bytes.subarray(1) : bytes).toUpperCase();
}

/** Magnitude of negative two's-complement bytes. */
function negated(bytes: Uint8Array): Uint8Array {
  const magnitude = bytes.map((byte) => byte ^ 0xff);
  for (let index = magnitude.length - 1; index >= 0; index--) {
    const next = (magnitude[index] ?? 0) + 1;
    magnitude[index] = next & 0xff;
    if (next <= 0xff) break;
  }
  return magnitude;
}

export function oidOf(element: Element): string {
  return decodeOid(contentOf(expectTag(element, TAG.oid)));
}

/** The bytes of a BIT STRING that has no unused bits. */
export function bitStringBytes(element: Element): Uint8Array {
  const content = contentOf(expectTag(element, TAG.bitString));
  if (content[0] !== 0) throw new DerError('a BIT STRING with unused bits');
  return content.subarray(1);
}

/** Numbers of the bits that are set in a named-bit BIT STRING, whatever its tag. */
export function namedBitsOf(element: Element): number[] {
  const content = contentOf(element);
  const unused = content[0];
  if (unused === undefined || unused > 7 || (content.length === 1 && unused !== 0))
    throw new DerError('a bad BIT STRING');
  if (((content[content.length - 1] ?? 0) & ((1 << unused) - 1)) !== 0 && content.length > 1)
    throw new DerError('a BIT STRING with unused bits that are set');
  const bits: number[] = [];
  for (let index = 1; index < content.length; index++) {
    const byte = content[index] ?? 0;
    for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) bits.push((index - 1) * 8 + bit);
  }
  return bits;
}

/** Octets of an OCTET STRING, also of a constructed one (BER), whose parts are joined. */
export function octetsOf(element: Element, primitiveTag: number = TAG.octetString): Uint8Array {
  if (element.tag === primitiveTag) return contentOf(element);
  if (element.tag !== (primitiveTag | 0x20)) throw new DerError('an OCTET STRING was expected');
  return concatBytes(childrenOf(element).map((part) => contentOf(expectTag(part, TAG.octetString))));
}
