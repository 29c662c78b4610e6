import { describe, expect, it } from 'vitest';
import { readLetter } from '../../src/dispatch/read-letter.ts';
import type { OfficialLetter } from '../../src/model/official-letter.ts';
import { type ExchangeEncoding, encodeText } from '../../src/xml/encode.ts';

interface Source {
  readonly dtd?: string;
  readonly subset?: string;
  readonly encoding?: ExchangeEncoding;
  /** Replaces or adds top-level parts by name; an empty text leaves the part out. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly after?: string;
}

const PARTS = {
  發文機關: '<發文機關><全銜>嘉禾市政府</全銜><機關代碼>Z10000000A</機關代碼></發文機關>',
  函類別: '<函類別 代碼="函"/>',
  地址: '<地址>嘉禾市範例路1號</地址>',
  聯絡方式: '<聯絡方式>承辦人：陳○○</聯絡方式>',
  受文者: '<受文者><交換表 交換表單="表單">如正副本行文單位</交換表></受文者>',
  發文日期: '<發文日期><年月日>中華民國115年10月2日</年月日></發文日期>',
  發文字號: '<發文字號><字>府範字</字><文號><年度>115</年度><流水號>0001234</流水號></文號></發文字號>',
  速別: '<速別 代碼="普通件"/>',
  密等: '',
  附件: '',
  主旨: '<主旨><文字>檢送計畫書1份，請查照。</文字></主旨>',
  段落: '<段落 段名="說明："><文字/><條列 序號="一、"><文字>依計畫辦理。</文字></條列></段落>',
  正本: '<正本><全銜>嘉禾市東禾區公所</全銜></正本>',
  副本: '',
  署名: '<署名>市長　許○○</署名>',
};
const SUBSET = '<!ENTITY 表單 SYSTEM "a.sw" NDATA DI>\n<!NOTATION DI SYSTEM "">\n<!NOTATION _X SYSTEM "">';

function bytesOf({
  dtd = '104_2_utf8.dtd',
  subset = SUBSET,
  encoding = 'utf-8',
  parts = {},
  after = '',
}: Source) {
  const body = Object.values({ ...PARTS, ...parts }).join('\n');
  const declared = encoding === 'big5' ? 'big5' : 'UTF-8';
  const text = `<?xml version="1.0" encoding="${declared}"?>\n<!DOCTYPE 函 SYSTEM "${dtd}" [\n${subset}\n]>\n<函>\n${body}\n${after}</函>\n`;
  const encoded = encodeText(text, encoding);
  if ('unencodable' in encoded) throw new Error('the fixture has no such encoding');
  return encoded.bytes;
}

function read(source: Source) {
  const { letter, issues, valid, wellFormed } = readLetter<OfficialLetter>(bytesOf(source));
  if (!letter) throw new Error(`no letter: ${JSON.stringify(issues)}`);
  return {
    letter,
    valid,
    wellFormed,
    codes: issues.map(({ code, severity }) => `${severity} ${code}`),
    issues,
  };
}

describe('a plain letter', () => {
  it('is read without any issue', () => {
    const { letter, valid, codes } = read({});
    expect(codes).toEqual([]);
    expect(valid).toBe(true);
    expect(letter).toEqual({
      kind: 'letter',
      generation: '104',
      subtype: '函',
      issuers: [{ type: 'organisation', name: '嘉禾市政府', code: 'Z10000000A' }],
      address: '嘉禾市範例路1號',
      contactLines: ['承辦人：陳○○'],
      addressee: { type: 'roster', text: '如正副本行文單位' },
      issueDate: '2026-10-02',
      documentNumbers: [{ prefix: '府範', year: '115', serial: '0001234' }],
      urgency: '普通件',
      attachments: [],
      subject: '檢送計畫書1份，請查照。',
      sections: [{ name: '說明', items: [{ text: '依計畫辦理。', items: [] }] }],
      recipients: [{ type: 'organisation', name: '嘉禾市東禾區公所' }],
      copies: [],
      signatures: ['市長　許○○'],
    });
  });

  it('keeps its place in the file with every issue', () => {
    const { issues } = read({ parts: { 速別: '<速別 代碼="特急"/>' } });
    expect(issues[0]).toMatchObject({ code: 'READ_VALUE_OFF_LIST', path: '/函/速別', line: 15, column: 1 });
  });
});

describe('values written another way', () => {
  const level = (inner: string) => ({
    parts: {
      密等: `<密等及解密條件或保密期限>${inner}<解密條件或保密期限>核定後解密</解密條件或保密期限></密等及解密條件或保密期限>`,
    },
  });

  it('密等 as text is the level', () => {
    const { letter, codes, valid } = read(level('<密等>密</密等>'));
    expect(letter.classification).toEqual({ level: '密', declassification: '核定後解密' });
    expect(codes).toEqual(['warning READ_CODE_AS_TEXT']);
    expect(valid).toBe(false);
  });

  it('密等 普通 is none, and in 104 a warning', () => {
    expect(read(level('<密等 代碼="普通"/>'))).toMatchObject({
      letter: { classification: { declassification: '核定後解密' } },
      codes: ['warning READ_CLASSIFICATION_ORDINARY'],
    });
    expect(read({ ...level('<密等 代碼="普通"/>'), dtd: '93_2.dtd', encoding: 'big5' }).codes).toEqual([]);
  });

  it('速別 and 函類別 off the list are kept', () => {
    const { letter, codes } = read({
      parts: { 函類別: '<函類別 代碼="派免建議函"/>', 速別: '<速別 代碼="特急"/>' },
    });
    expect(letter.subtype).toBe('派免建議函');
    expect(letter.urgency).toBeUndefined();
    expect(letter.extra).toEqual([{ name: '@代碼', parent: '/函/速別', text: '特急' }]);
    expect(codes).toEqual(['warning READ_VALUE_OFF_LIST', 'warning READ_VALUE_OFF_LIST']);
  });

  it('an omitted 速別 code means 普通件 before 104 and nothing in 104', () => {
    const parts = { 速別: '<速別/>' };
    expect(read({ parts }).letter.urgency).toBeUndefined();
    expect(read({ parts, dtd: '99_2_utf8.dtd' }).letter.urgency).toBe('普通件');
  });

  it.each([
    ['0940316', '2005-03-16'],
    ['中華民國九十一年三月五日', '2002-03-05'],
    ['民國115年10月02日', '2026-10-02'],
    ['１１５年１０月２日', '2026-10-02'],
  ])('the date %s is %s', (text, iso) => {
    const { letter } = read({ parts: { 發文日期: `<發文日期><年月日>${text}</年月日></發文日期>` } });
    expect(letter.issueDate).toBe(iso);
  });

  it('a date that is none is kept as written', () => {
    const { letter, codes } = read({ parts: { 發文日期: '<發文日期><年月日>發文後填</年月日></發文日期>' } });
    expect(letter.issueDateText).toBe('發文後填');
    expect(codes).toContain('warning READ_DATE_UNREADABLE');
  });

  it('full-width digits, an empty 支號 and a year cut from a western one', () => {
    const number = (year: string) =>
      `<發文字號><字>府範字</字><文號><年度>${year}</年度><流水號>０００７</流水號><支號/></文號></發文字號>`;
    expect(read({ parts: { 發文字號: number('１１５') } }).letter.documentNumbers).toEqual([
      { prefix: '府範', year: '115', serial: '0007' },
    ]);
    expect(read({ parts: { 發文字號: number('202') } }).codes).toContain('warning READ_NUMBER_YEAR');
  });

  it('a number that is only text', () => {
    const { letter } = read({ parts: { 發文字號: '<發文字號><文字>府範字第12號</文字></發文字號>' } });
    expect(letter.documentNumbers).toEqual([{ text: '府範字第12號' }]);
  });

  it('text with the indentation of a pretty printer is folded; U+3000 is content', () => {
    const 主旨 =
      '<主旨>\n    <文字>\n      預計參加人數\n      320人，請　查照\n      see the\n      list。\n    </文字>\n  </主旨>';
    expect(read({ parts: { 主旨 } }).letter.subject).toBe('預計參加人數320人，請　查照see the list。');
  });

  it('段名 without its colon, 序號 that differ from the derived ones', () => {
    const { letter, codes } = read({
      parts: {
        段落: '<段落 段名="說明"><條列 序號="（一）"><文字>甲</文字></條列><條列><文字>乙</文字></條列></段落>',
      },
    });
    expect(letter.sections).toEqual([
      {
        name: '說明',
        items: [
          { marker: '（一）', text: '甲', items: [] },
          { marker: '', text: '乙', items: [] },
        ],
      },
    ]);
    expect(codes).toEqual(['info READ_SECTION_COLON']);
  });
});

describe('recipients as real writers have them', () => {
  it('bare text', () => {
    const { letter, codes } = read({
      parts: { 受文者: '<受文者>青禾縣政府</受文者>', 副本: '<副本>甲公所</副本>' },
    });
    expect(letter.addressee).toEqual({ type: 'organisation', name: '青禾縣政府' });
    expect(letter.copies).toEqual([{ type: 'organisation', name: '甲公所' }]);
    expect(codes.filter((code) => code === 'warning READ_RECIPIENT_BARE')).toHaveLength(2);
  });

  it('blank ones, and a 正本 that names nobody', () => {
    const { letter, codes } = read({
      parts: { 正本: '<正本><全銜> </全銜></正本>', 副本: '<副本><全銜/></副本>' },
    });
    expect([letter.recipients, letter.copies]).toEqual([[], []]);
    expect(codes).toContain('warning READ_RECIPIENTS_BLANK');
  });

  it('several 正本 are one list', () => {
    const { letter, codes } = read({ parts: { 正本: `${PARTS.正本}<正本><全銜>青禾縣政府</全銜></正本>` } });
    expect(letter.recipients.map(({ name }) => name)).toEqual(['嘉禾市東禾區公所', '青禾縣政府']);
    expect(codes).toContain('warning READ_PART_REPEATED');
  });

  it('（含附件） behind a name', () => {
    const { letter } = read({ parts: { 副本: '<副本><全銜>人事處（含附件）</全銜></副本>' } });
    expect(letter.copies).toEqual([{ type: 'organisation', name: '人事處', withAttachments: '含附件' }]);
  });

  it("an editor's address-book data inside 全銜", () => {
    const name =
      '<全銜 發文方式="郵寄">青禾社區<傳送方式>紙本</傳送方式><郵遞區號>100</郵遞區號><地址>範例街2號</地址><通訊錄名稱 機關代碼="Z10000001B" 單位代碼="">青禾社區</通訊錄名稱></全銜>';
    const { letter, codes } = read({ parts: { 正本: `<正本>${name}</正本>` } });
    expect(letter.recipients).toEqual([
      {
        type: 'organisation',
        name: '青禾社區',
        code: 'Z10000001B',
        channel: 'paper',
        postal: { postalCode: '100', address: '範例街2號' },
      },
    ]);
    expect(letter.extra).toBeUndefined();
    expect(codes).toEqual(['warning READ_RECIPIENT_ADDRESS']);
  });

  it('an empty 總稱 hides the recipients', () => {
    const { letter, codes } = read({ parts: { 正本: '<正本><總稱></總稱></正本>' } });
    expect(letter.recipients).toEqual([{ type: 'collective', name: '' }]);
    expect(codes).toEqual([]);
  });
});

describe('entities', () => {
  const attached = (names: string, subset: string) => ({
    subset: `${SUBSET}\n${subset}`,
    parts: { 附件: `<附件><文字>如文</文字><附件檔名 附件名="${names}"/></附件>` },
  });

  it('any names for attachments and notations, trimmed', () => {
    const { letter, codes } = read(attached(' 附件一 ', '<!ENTITY 附件一 SYSTEM "a b.pdf" NDATA DI>'));
    expect(letter.attachments).toEqual([{ fileName: 'a b.pdf', entity: '附件一', notation: 'DI' }]);
    expect(codes).toEqual([]);
  });

  it('derived names are not stored', () => {
    const subset = '<!ENTITY ATTCH1 SYSTEM "a.pdf" NDATA _X>\n<!ENTITY ATTCH2 SYSTEM "b.pdf" NDATA _X>';
    expect(read(attached('ATTCH1 ATTCH2', subset)).letter.attachments).toEqual([
      { fileName: 'a.pdf' },
      { fileName: 'b.pdf' },
    ]);
  });

  it('file names with a comma in place of entity names', () => {
    const subset = '<!ENTITY 附件一 SYSTEM "a.pdf" NDATA _X>\n<!ENTITY 附件二 SYSTEM "b.pdf" NDATA _X>';
    const { letter, codes } = read(attached('a.pdf,b.pdf', subset));
    expect(letter.attachments.map(({ fileName }) => fileName)).toEqual(['a.pdf', 'b.pdf']);
    expect(codes).toContain('warning READ_ATTACHMENT_BY_FILE_NAME');
  });

  it('a name without a declaration, a declaration without a reference', () => {
    const { letter, codes } = read(attached('附件1', '<!ENTITY ATTCH7 SYSTEM "z.pdf" NDATA _X>'));
    expect(letter.attachments).toEqual([{ fileName: '附件1' }]);
    expect(codes).toContain('warning READ_ATTACHMENT_UNRESOLVED');
    expect(codes).toContain('info READ_ATTACHMENT_UNREFERENCED');
  });

  it('名單 as the roster, with an empty file name, and a message entity', () => {
    const subset =
      '<!ENTITY 名單 SYSTEM "" NDATA DI>\n<!ENTITY 文書訊息表單 SYSTEM "a.dm" NDATA DM>\n<!NOTATION DI SYSTEM "">\n<!NOTATION DM SYSTEM "">';
    const 受文者 = '<受文者><交換表 交換表單="名單">如正本</交換表></受文者>';
    const document = readLetter(bytesOf({ subset, parts: { 受文者 } }));
    expect(document.linked).toEqual({ roster: '', message: 'a.dm' });
    expect(document.issues).toEqual([]);
  });
});

describe('what the grammar does not know', () => {
  it('is kept with its place, attributes and children', () => {
    const { letter, codes } = read({
      parts: { 副本: '<副本/><檔號 甲="1">115/1<細項>二</細項></檔號>' },
      after: '<保存年限>5</保存年限>',
    });
    expect(letter.extra).toEqual([
      {
        name: '檔號',
        after: '副本',
        text: '115/1',
        attributes: { 甲: '1' },
        children: [{ name: '細項', text: '二' }],
      },
      { name: '保存年限', after: '署名', text: '5' },
    ]);
    expect(codes).toEqual(['warning READ_ELEMENT_UNKNOWN', 'warning READ_ELEMENT_UNKNOWN']);
  });

  it('a root that is no letter is an error', () => {
    const { letter, issues } = readLetter(
      new TextEncoder().encode('<便簽><段落><文字>文</文字></段落></便簽>'),
    );
    expect(letter).toBeUndefined();
    expect(issues.map(({ code }) => code)).toContain('READ_ROOT_UNKNOWN');
  });

  it('missing and misplaced parts are named', () => {
    const { letter, codes } = read({
      parts: {
        地址: '',
        主旨: '',
        段落: `${PARTS.主旨}${PARTS.段落}`,
        速別: '',
        正本: `${PARTS.正本}${PARTS.速別}`,
      },
    });
    expect(letter.urgency).toBe('普通件');
    expect(codes).toContain('warning READ_PART_MISSING');
    expect(codes).toContain('warning GRAMMAR_ELEMENT_UNEXPECTED');
  });
});

describe('generation 91', () => {
  it('has 速別 and 密等及解密條件 before 發文日期', () => {
    const { letter, codes, valid } = read({
      dtd: '91_2.dtd',
      encoding: 'big5',
      parts: {
        受文者: `${PARTS.受文者}<速別 代碼="速件"/><密等及解密條件><密等 代碼="密"/><解密條件>公布後</解密條件></密等及解密條件>`,
        速別: '',
      },
    });
    expect(valid).toBe(true);
    expect(letter).toMatchObject({
      urgency: '速件',
      classification: { level: '密', declassification: '公布後' },
    });
    expect(codes).toEqual(['info GRAMMAR_DERIVED']);
  });
});

describe('a letter with more oddities than anyone reads', () => {
  const many = (count: number) =>
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE 函 SYSTEM "104_2_utf8.dtd"><函>${'<怪/>'.repeat(count)}</函>`,
    );

  it('lists the first and counts the rest, for the grammar and for the reading', () => {
    const { issues, letter } = readLetter(many(2_000));
    expect(issues.length).toBeLessThanOrEqual(402);
    const more = issues.filter(({ code }) => code === 'XML_MORE_ISSUES').map(({ params }) => params?.listed);
    expect(more).toEqual([200, 200]);
    expect(letter?.extra).toHaveLength(2_000);
  });

  it('lists as many as the caller wants', () => {
    const { issues } = readLetter(many(30), { limits: { issues: 5 } });
    expect(issues.filter(({ code }) => code.startsWith('READ_'))).toHaveLength(5);
  });
});
