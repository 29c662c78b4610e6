import { describe, expect, it } from 'vitest';
import { salvageDocument } from '../../src/grammar/salvage-document.ts';
import { textOf } from '../../src/xml/element.ts';
import { bytesOf, codes, letter, letterText } from '../support/letters.ts';

const salvage = async (text: string) => {
  const reading = await salvageDocument(bytesOf(text));
  return {
    ...reading,
    codes: codes(reading.issues),
    text: reading.tree === undefined ? '' : textOf(reading.tree),
  };
};

describe('salvage of letters that are not well formed', () => {
  it('takes raw & and < for text, each with its place', async () => {
    const reading = await salvage(letterText({ change: [['請查照。', 'R&D & A&amp;B 1 < 2']] }));
    expect(reading).toMatchObject({ processed: true, wellFormed: false, valid: false });
    expect(reading.codes).toEqual(['SALVAGE_AMPERSAND', 'SALVAGE_AMPERSAND', 'SALVAGE_LESS_THAN']);
    expect(reading.issues.slice(0, 2).map(({ line, column }) => [line, column])).toEqual([
      [20, 18],
      [20, 21],
    ]);
    expect(reading.text).toContain('R&D & A&B 1 < 2');
  });

  it('drops a placeholder that the writer left in the DOCTYPE', async () => {
    const subset =
      '<!ENTITY ATTCH1 SYSTEM "a" NDATA _X><!ENTITY #ATTCHNO2# SYSTEM "b" NDATA _X><!ENTITY 表單 SYSTEM "" NDATA _X><!NOTATION _X SYSTEM "">';
    const reading = await salvage(letterText({ subset }));
    expect(reading.codes).toEqual(['SALVAGE_DECLARATION', 'GRAMMAR_ENTITY_UNKNOWN']);
    expect(reading.prolog.doctype?.entities.map(({ name }) => name)).toEqual(['ATTCH1', '表單']);
  });

  it('removes forbidden characters and puts missing blanks in', async () => {
    const reading = await salvage(
      letterText({
        change: [
          ['市長', '市\u0001長'],
          [' 段名=', ' x="1"段名='],
        ],
      }),
    );
    expect(reading.codes).toEqual(['SALVAGE_SPACE', 'SALVAGE_CHARACTER', 'GRAMMAR_ATTRIBUTE_UNKNOWN']);
  });

  it('closes what is open where a file was cut off', async () => {
    const text = letterText();
    const reading = await salvage(text.slice(0, text.indexOf('者不列入')));
    expect(reading.issues[0]).toMatchObject({
      code: 'SALVAGE_CLOSED',
      params: { tags: '</文字></條列></段落></函>' },
    });
    expect(reading.text.endsWith('評分 A < B ')).toBe(true);
  });

  it('rebuilds the structure where tags do not come in pairs', async () => {
    const reading = await salvage(letterText({ change: [['</主旨>', '</主題>']] }));
    expect(reading.codes).toEqual(['SALVAGE_STRUCTURE']);
    expect(reading.text).toContain('評分 A < B 者不列入 R&D 獎項。');
  });

  it('gives the strict reading where nothing is to be mended or nothing helps', async () => {
    expect(await salvageDocument(letter())).toMatchObject({ wellFormed: true, valid: true });
    expect(await salvageDocument(bytesOf('no XML at all'))).toMatchObject({
      processed: false,
      wellFormed: false,
    });
    expect(await salvageDocument(new Uint8Array())).toMatchObject({ processed: false });
    const deep = '<a>'.repeat(300);
    expect(codes((await salvageDocument(bytesOf(deep))).issues)).toEqual(['XML_LIMIT']);
  });
});
