import { describe, expect, it } from 'vitest';
import { convertLetter } from '../../src/dispatch/convert/convert-letter.ts';
import { readDocument } from '../../src/grammar/read-document.ts';
import { encodeText } from '../../src/xml/encode.ts';
import { LETTER_TEXT, ROSTER_TEXT } from './sample-letter.ts';

const big5 = (text: string) => {
  const encoded = encodeText(text, 'big5');
  if ('unencodable' in encoded) throw new Error('not Big5');
  return encoded.bytes;
};

const OLD = `<?xml version="1.0" encoding="big5"?>
<!DOCTYPE 函 SYSTEM "91_2.dtd" [
<!ENTITY 名單 SYSTEM "0910000007.sw" NDATA DI>
<!ENTITY 附件一 SYSTEM "a.doc" NDATA ATTACH>
<!NOTATION DI SYSTEM "">
<!NOTATION ATTACH SYSTEM "">
]>
<函>
<發文機關><全銜>青禾縣政府</全銜><機關代碼>Z20000000A</機關代碼></發文機關>
<函類別 代碼="函"/>
<地址>青禾縣</地址>
<聯絡方式>承辦人：吳○○</聯絡方式>
<受文者><交換表 交換表單="名單">如正本</交換表></受文者>
<速別 代碼="速件"/>
<密等及解密條件><密等 代碼="密"/><解密條件>公布後</解密條件></密等及解密條件>
<發文日期><年月日>中華民國九十一年三月五日</年月日></發文日期>
<發文字號><字>青範字</字><文號><年度>９１</年度><流水號>００７</流水號></文號></發文字號>
<附件><文字>如文</文字><附件檔名 附件名="附件一"/></附件>
<主旨><文字>檢送說明，請查照。</文字></主旨>
<正本><全銜>青禾鄉公所</全銜></正本>
<檔號>91/1</檔號>
</函>
`;
const OLD_ROSTER = `<?xml version="1.0" encoding="big5"?>
<!DOCTYPE 交換表單 SYSTEM "91_roster.dtd">
<交換表單><全銜>青禾鄉公所</全銜><機關代碼>Z20000001B</機關代碼></交換表單>
`;

describe('a letter of 91 in Big5', () => {
  const inputs = [
    { path: 'old.di', bytes: big5(OLD) },
    { path: '0910000007.sw', bytes: big5(OLD_ROSTER) },
  ];

  it('becomes a valid letter and roster of 104 in UTF-8', async () => {
    const { files, letter } = await convertLetter(inputs);
    const written = files.flatMap((file) => ('bytes' in file ? [readDocument(file.bytes)] : []));
    expect(written.map(({ valid, generation, encoding }) => [valid, generation, encoding])).toEqual([
      [true, '104', 'utf-8'],
      [true, '104', 'utf-8'],
    ]);
    expect(files.map(({ path }) => path)).toEqual(['old.di', 'old.sw', 'a.doc']);
    expect(letter).toMatchObject({
      generation: '104',
      issueDate: '2002-03-05',
      recipients: [{ code: 'Z20000001B' }],
    });
  });

  it('names every change, those that lose something as warnings', async () => {
    const { issues } = await convertLetter(inputs);
    const changes = issues.filter(({ code }) => code.startsWith('CONVERT_'));
    expect(changes.map(({ code, severity, path }) => `${severity} ${code} ${path}`)).toEqual([
      'info CONVERT_DTD ',
      'info CONVERT_ENCODING ',
      'info CONVERT_ENTITY ',
      'info CONVERT_ENTITY ',
      'info CONVERT_CODE /函/受文者/交換表',
      'info CONVERT_MOVED /函/速別',
      'info CONVERT_RENAMED /函/密等及解密條件',
      'info CONVERT_MOVED /函/密等及解密條件',
      'info CONVERT_RENAMED /函/密等及解密條件/解密條件',
      'info CONVERT_TEXT /函/發文日期/年月日',
      'info CONVERT_TEXT /函/發文字號/文號/年度',
      'info CONVERT_TEXT /函/發文字號/文號/流水號',
      'info CONVERT_CODE /函/附件/附件檔名',
      'warning CONVERT_DROPPED /函/檔號',
    ]);
  });

  it('keeps pointing at a roster that is not at hand', async () => {
    const { files } = await convertLetter(inputs.slice(0, 1), { baseName: 'new' });
    const [main] = files;
    const text = main && 'bytes' in main ? new TextDecoder().decode(main.bytes) : '';
    expect(main?.path).toBe('new.di');
    expect(text).toContain('<!ENTITY 表單 SYSTEM "0910000007.sw" NDATA DI>');
    expect(files.map(({ role }) => role)).toEqual(['letter', 'attachment-slot']);
  });
});

describe('a letter that is current already', () => {
  it('comes out unchanged, without a change to name', async () => {
    const letter = LETTER_TEXT.replace(
      '附件二 SYSTEM "場地 圖.odt" NDATA DI',
      'ATTCH2 SYSTEM "場地 圖.odt" NDATA _X',
    ).replace('ATTCH1 附件二', 'ATTCH1 ATTCH2');
    const encoder = new TextEncoder();
    const { files, issues } = await convertLetter([
      { path: '1150001234.di', bytes: encoder.encode(letter) },
      { path: '1150001234.sw', bytes: encoder.encode(ROSTER_TEXT) },
    ]);
    const texts = files.flatMap((file) => ('bytes' in file ? [new TextDecoder().decode(file.bytes)] : []));
    expect(texts).toEqual([letter, ROSTER_TEXT]);
    expect(issues.filter(({ code }) => code.startsWith('CONVERT_'))).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it('is not converted', async () => {
    const { files, letter, issues } = await convertLetter([
      { path: 'a.di', bytes: new TextEncoder().encode('<函') },
    ]);
    expect([files, letter]).toEqual([[], undefined]);
    expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
