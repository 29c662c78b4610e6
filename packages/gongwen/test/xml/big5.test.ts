import { describe, expect, it } from 'vitest';
import { createBig5 } from '../../src/xml/big5.ts';
import { decodeBytes } from '../../src/xml/decode.ts';
import { encodeText } from '../../src/xml/encode.ts';

const big5 = createBig5();

/** Every pair a Big5 text may hold. */
function* pairs(): Generator<readonly [lead: number, trail: number]> {
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail <= 0x7e || trail >= 0xa1) yield [lead, trail];
  }
}

/** True where the runtime's own Big5 is code page 950 with private use (ICU), not the HKSCS of browsers. */
const platformIsCp950 = new TextDecoder('big5').decode(Uint8Array.of(0xfa, 0x40)) === '\ue000';

/** The pairs that the web's Big5 gives other characters than the code page. */
const isDisputed = (pair: number) =>
  pair < 0xa140 || pair >= 0xf9fe || (pair >= 0xc6a1 && pair <= 0xc8fe) || (pair >= 0xa3c0 && pair <= 0xa3fe);

function platformDecode(lead: number, trail: number): number {
  try {
    return new TextDecoder('big5', { fatal: true }).decode(Uint8Array.of(lead, trail)).codePointAt(0) ?? 0;
  } catch {
    return 0;
  }
}

/** Pairs whose character has an older pair; they are read but never written. */
const DOUBLES = [0xa2cc, 0xa2ce, 0xf9e9, 0xf9ea, 0xf9eb, 0xf9f9, 0xf9fa, 0xf9fb, 0xf9fc, 0xf9fd];

describe('Big5 (code page 950 with user-defined characters)', () => {
  it('reads all 19,782 pairs as the code page does', () => {
    const wrong: string[] = [];
    for (const [lead, trail] of pairs()) {
      const [ours, theirs] = [big5.decode(lead, trail), platformDecode(lead, trail)];
      if (!platformIsCp950 && isDisputed((lead << 8) | trail)) continue;
      if (ours !== theirs) wrong.push(`${lead.toString(16)}${trail.toString(16)}: ${ours} ${theirs}`);
    }
    expect(wrong).toEqual([]);
  });

  it('writes every pair back but the ten doubles', () => {
    const changed: number[] = [];
    for (const [lead, trail] of pairs()) {
      const code = big5.decode(lead, trail);
      const pair = (lead << 8) | trail;
      if (code !== 0 && big5.encode(code) !== pair) changed.push(pair);
    }
    expect(changed).toEqual(DOUBLES);
  });

  it('keeps user-defined characters in the private use area', () => {
    const bytes = Uint8Array.of(0xfa, 0x40, 0x81, 0x40, 0xc6, 0xa1);
    const { text } = decodeBytes(bytes, { encoding: 'big5' });
    expect([...text].map((char) => char.codePointAt(0))).toEqual([0xe000, 0xeeb8, 0xf6b1]);
    expect(encodeText(text, 'big5')).toEqual({ bytes });
  });

  it('decodes trail bytes that look like ASCII punctuation', () => {
    const bytes = Uint8Array.of(0xb3, 0x5c, 0xa5, 0x5c, 0xbb, 0x5c);
    expect(decodeBytes(bytes, { encoding: 'big5' }).text).toBe('許功蓋');
    expect(encodeText('許功蓋', 'big5')).toEqual({ bytes });
  });

  it('lists characters without a code and where they stand, and encodes nothing', () => {
    expect(encodeText('第一行\n地𠀀', 'big5')).toEqual({
      unencodable: [{ character: '𠀀', offset: 5, line: 2, column: 2 }],
    });
    expect(encodeText('€地♥', 'big5')).toMatchObject({ unencodable: [{ character: '♥', column: 3 }] });
  });
});
