import { DerError } from './element.ts';

/** Dotted text of OBJECT IDENTIFIER content octets. */
export function decodeOid(content: Uint8Array): string {
  if (content.length === 0) throw new DerError('an empty OBJECT IDENTIFIER');
  const arcs: bigint[] = [];
  let arc = 0n;
  let fresh = true;
  for (const byte of content) {
    if (fresh && byte === 0x80) throw new DerError('an OBJECT IDENTIFIER that is not minimal');
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    fresh = byte < 0x80;
    if (fresh) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  if (!fresh) throw new DerError('a truncated OBJECT IDENTIFIER');
  const [first = 0n, ...rest] = arcs;
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** Content octets of a dotted OBJECT IDENTIFIER. */
export function encodeOid(dotted: string): Uint8Array {
  if (!/^[0-2](\.(0|[1-9]\d*))+$/.test(dotted)) throw new TypeError('dotted is not an object identifier');
  const [root = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  const bytes: number[] = [];
  for (const arc of [root * 40n + second, ...rest]) {
    const groups: number[] = [];
    let value = arc;
    do {
      groups.unshift(Number(value & 0x7fn) | (groups.length > 0 ? 0x80 : 0));
      value >>= 7n;
    } while (value > 0n);
    bytes.push(...groups);
  }
  return Uint8Array.from(bytes);
}
