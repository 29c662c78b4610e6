import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/xml/decode.ts';
import { bytesOf, codes } from '../support/letters.ts';

const read = (bytes: Uint8Array) => {
  const { text, encoding, bom, declared, faithful, issues } = decodeBytes(bytes);
  return { text, encoding, bom, declared, faithful, codes: codes(issues) };
};
const big5 = (text: string) => bytesOf(text, 'big5');
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('bytes to text', () => {
  it.each(['Big5', 'big5', 'BIG5'])('reads Big5 declared as %s', (name) => {
    const text = `<?xml version="1.0" encoding="${name}"?><函>許功蓋</函>`;
    expect(read(big5(text))).toEqual({
      text,
      encoding: 'big5',
      bom: false,
      declared: name,
      faithful: true,
      codes: [],
    });
  });

  it('takes a byte order mark off', () => {
    const text = '<?xml version="1.0" encoding="utf-8"?><函>字</函>';
    expect(read(bytesOf(`\ufeff${text}`))).toMatchObject({ text, bom: true, faithful: true, codes: [] });
  });

  it('finds UTF-8 behind a Big5 declaration', () => {
    const text = '<?xml version="1.0" encoding="Big5"?><函>公文</函>';
    expect(read(bytesOf(text))).toMatchObject({
      text,
      encoding: 'utf-8',
      faithful: false,
      codes: ['XML_ENCODING_WRONG'],
    });
  });

  it('finds Big5 behind a UTF-8 declaration, and without one', () => {
    const text = '<?xml version="1.0" encoding="UTF-8"?><函>公文</函>';
    expect(read(big5(text))).toMatchObject({
      text,
      encoding: 'big5',
      faithful: false,
      codes: ['XML_ENCODING_WRONG'],
    });
    expect(read(big5('<函>公文</函>'))).toMatchObject({ encoding: 'big5', codes: ['XML_ENCODING_ASSUMED'] });
  });

  it('says so when the DTD name belongs to the other family', () => {
    const text = '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE 函 SYSTEM "104_2_big5.dtd"><函>公</函>';
    expect(read(bytesOf(text)).codes).toEqual(['XML_ENCODING_FAMILY']);
  });

  it('refuses encodings that exchange does not know', () => {
    const text = '<?xml version="1.0" encoding="GB2312"?><函/>';
    expect(read(bytesOf(text))).toMatchObject({ faithful: false, codes: ['XML_ENCODING_UNSUPPORTED'] });
  });

  it.each([
    ['overlong', [0xc0, 0xaf]],
    ['overlong of three', [0xe0, 0x80, 0x80]],
    ['surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['cut', [0xe5, 0x85]],
    ['lone continuation', [0x80]],
  ])('does not take %s sequences for UTF-8', (_name, values) => {
    const { faithful, issues } = decodeBytes(bytes(0x3c, 0x61, 0x3e, ...values), { encoding: 'utf-8' });
    expect(faithful).toBe(false);
    expect(issues).toMatchObject([{ code: 'XML_BYTES_INVALID', params: { offset: 4, encoding: 'UTF-8' } }]);
  });

  it('agrees with the platform on random bytes', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let state = 1;
    for (let time = 0; time < 3000; time += 1) {
      const values = Array.from({ length: 12 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return (
          [0x41, 0x80 | (state >>> 26), 0xe0 | (state >>> 28), 0xf0 | (state >>> 29), 0xc2][state % 5] ?? 0
        );
      });
      let theirs: string | undefined;
      try {
        theirs = strict.decode(bytes(...values));
      } catch {}
      const ours = decodeBytes(bytes(...values), { encoding: 'utf-8' });
      expect(ours.faithful ? ours.text : undefined).toBe(theirs);
    }
  });

  it('marks Big5 pairs that mean nothing and goes on behind them', () => {
    const { text, issues } = decodeBytes(bytes(0x3c, 0xa3, 0xe2, 0xff, 0x3c, 0xa4, 0x40), {
      encoding: 'big5',
    });
    expect(text).toBe('<\ufffd\ufffd<一');
    expect(issues.map(({ params }) => params?.bytes)).toEqual(['A3 E2', 'FF 3C']);
  });

  it('reads UTF-16 with a mark, and says that exchange has none', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><函/>';
    const units = [...`\ufeff${text}`].flatMap((char) => [
      char.charCodeAt(0) & 0xff,
      char.charCodeAt(0) >> 8,
    ]);
    expect(read(bytes(...units))).toMatchObject({
      text,
      encoding: 'utf-16le',
      faithful: true,
      codes: ['XML_ENCODING_UNUSUAL'],
    });
  });
});
