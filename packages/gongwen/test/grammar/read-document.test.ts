import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grammar/read-document.ts';
import { attributeOf, childElements, textOf } from '../../src/xml/element.ts';
import { bytesOf, codes, type LetterParts, letter, letterText } from '../support/letters.ts';

const answers = (parts: LetterParts = {}, options = {}) => {
  const { processed, wellFormed, valid, issues } = readDocument(letter(parts), options);
  return { processed, wellFormed, valid, codes: codes(issues) };
};

describe('reading a document', () => {
  it('answers what a good letter is', () => {
    const reading = readDocument(letter());
    expect(reading).toMatchObject({
      processed: true,
      wellFormed: true,
      valid: true,
      root: '函',
      kind: 'letter',
      generation: '104',
      revision: '2020',
      encoding: 'utf-8',
      dtd: '104_2_utf8.dtd',
      issues: [],
    });
    expect(reading.grammar?.id).toBe('104-2020/函');
  });

  it('reads the Big5 family', () => {
    const text = letterText({
      declaration: '<?xml version="1.0" encoding="BIG5"?>\r\n',
      dtd: '104_2_big5.dtd',
    });
    const reading = readDocument(bytesOf(text, 'big5'));
    expect(reading).toMatchObject({ valid: true, encoding: 'big5', issues: [] });
    const copy = reading.tree && childElements(reading.tree, '副本')[0];
    expect(copy && textOf(copy)).toContain('許功蓋基金會');
  });

  it('takes the DTD name in any case', () => {
    expect(answers({ dtd: '104_2_UTF8.DTD' }).valid).toBe(true);
  });

  it('tolerates the parameter entities that writers of SI repeat', () => {
    const subset =
      '<!ENTITY % 基本標籤 SYSTEM "104_basic_utf8.ent">%基本標籤;<!ENTITY 表單 SYSTEM "" NDATA DI><!NOTATION DI SYSTEM "">';
    const change = [['<附件檔名 附件名="ATTCH1 ATTCH2"/>', '']] as const;
    expect(answers({ subset, change }).valid).toBe(true);
  });

  it.each<[string, LetterParts, string[]]>([
    ['密等 as text', { change: [['<密等/>', '<密等>密</密等>']] }, ['GRAMMAR_CODE_AS_TEXT']],
    ['a 密等 of old', { change: [['<密等/>', '<密等 代碼="普通"/>']] }, ['GRAMMAR_ATTRIBUTE_VALUE']],
    ['a value off the list', { change: [['代碼="函"', '代碼="派免建議函"']] }, ['GRAMMAR_ATTRIBUTE_VALUE']],
    [
      'bare text',
      { change: [['<交換表 交換表單="表單">如正副本行文單位</交換表>', '某機關']] },
      ['GRAMMAR_INCOMPLETE', 'GRAMMAR_TEXT'],
    ],
    ['file names with a comma', { change: [['ATTCH1 ATTCH2', 'a.pdf,b.pdf']] }, ['GRAMMAR_ATTRIBUTE_NAME']],
    ['an undeclared attachment', { change: [['ATTCH1 ATTCH2', 'ATTCH1 附件9']] }, ['GRAMMAR_ENTITY_UNKNOWN']],
    ['an empty 正本', { change: [['<全銜>嘉禾市東禾區公所</全銜>', '']] }, ['GRAMMAR_INCOMPLETE']],
    ['a missing part', { change: [['<地址>000嘉禾市範例路1號</地址>\n', '']] }, ['GRAMMAR_ELEMENT_MISSING']],
    ['an unknown element', { change: [['<署名>', '<檔號>1</檔號><署名>']] }, ['GRAMMAR_ELEMENT_UNKNOWN']],
    [
      'wrong order',
      {
        change: [
          ['<函類別 代碼="函"/>\n', ''],
          ['<主旨>', '<函類別 代碼="函"/><主旨>'],
        ],
      },
      ['GRAMMAR_ELEMENT_MISSING', 'GRAMMAR_ELEMENT_UNEXPECTED'],
    ],
    [
      'mark-up in a name',
      { change: [['<全銜>嘉禾市東禾區公所', '<全銜 發文方式="郵寄">甲<地址/>']] },
      ['GRAMMAR_ATTRIBUTE_UNKNOWN', 'GRAMMAR_ELEMENT_IN_TEXT'],
    ],
    [
      'a notation twice',
      {
        subset:
          '<!ENTITY ATTCH1 SYSTEM "a" NDATA x><!ENTITY ATTCH2 SYSTEM "b" NDATA x><!ENTITY 表單 SYSTEM "" NDATA x><!NOTATION x SYSTEM ""><!NOTATION x SYSTEM "">',
      },
      ['GRAMMAR_NOTATION_TWICE'],
    ],
    [
      'an undeclared notation',
      {
        subset:
          '<!ENTITY ATTCH1 SYSTEM "a" NDATA x><!ENTITY ATTCH2 SYSTEM "b" NDATA x><!ENTITY 表單 SYSTEM "" NDATA x>',
      },
      ['GRAMMAR_NOTATION_UNKNOWN', 'GRAMMAR_NOTATION_UNKNOWN', 'GRAMMAR_NOTATION_UNKNOWN'],
    ],
    ['the DTD of another root', { dtd: '104_4_utf8.dtd' }, ['GRAMMAR_DTD_OTHER']],
    ['a DTD nobody knows', { dtd: '104_x_utf8.dtd' }, ['GRAMMAR_DTD_UNKNOWN']],
    [
      'no DOCTYPE',
      {
        doctype: '',
        change: [
          ['<交換表 交換表單="表單">如正副本行文單位</交換表>', '<全銜/><機關代碼/>'],
          ['<附件檔名 附件名="ATTCH1 ATTCH2"/>', ''],
        ],
      },
      ['GRAMMAR_NO_DOCTYPE'],
    ],
    [
      'another name in the DOCTYPE',
      {
        doctype:
          '<!DOCTYPE 令 SYSTEM "104_2_utf8.dtd" [<!ENTITY ATTCH1 SYSTEM "a" NDATA x><!ENTITY ATTCH2 SYSTEM "b" NDATA x><!ENTITY 表單 SYSTEM "" NDATA x><!NOTATION x SYSTEM "">]>',
      },
      ['GRAMMAR_DOCTYPE_NAME'],
    ],
    [
      'a fragment in a file name',
      {
        subset:
          '<!ENTITY ATTCH1 SYSTEM "a#1.pdf" NDATA x><!ENTITY ATTCH2 SYSTEM "b" NDATA x><!ENTITY 表單 SYSTEM "" NDATA x><!NOTATION x SYSTEM "">',
      },
      ['XML_SYSTEM_ID_FRAGMENT'],
    ],
  ])('reads on through %s and reports it', (_name, parts, expected) => {
    const { processed, valid, codes: found } = answers(parts);
    expect({ processed, valid, found }).toEqual({ processed: true, valid: false, found: expected });
  });

  it('says where, what was found and what would have been allowed', () => {
    const { issues } = readDocument(
      letter({ change: [['<條列 序號="一、">', '<條列 序號="一、"><姓名>甲</姓名>']] }),
    );
    expect(issues).toMatchObject([
      {
        code: 'GRAMMAR_ELEMENT_UNEXPECTED',
        severity: 'error',
        path: '/函/段落/條列/姓名',
        line: 21,
        column: 35,
        params: { found: '姓名', parent: '條列', allowed: '<文字>、<條列>、</條列>' },
      },
    ]);
  });

  it('keeps the original value of a code written as text, with a safe fix', () => {
    const { issues } = readDocument(letter({ change: [['<密等/>', '<密等>密</密等>']] }));
    expect(issues[0]?.fix).toEqual({ label: '改寫為屬性', replacement: '<密等 代碼="密"/>', safe: true });
  });

  it('says when a document fits only the revision of 2015', () => {
    const text =
      '<!DOCTYPE 文書訊息表單 SYSTEM "104_DM_utf8.dtd"><文書訊息表單><文書訊息代碼>3</文書訊息代碼><訊息備註/></文書訊息表單>';
    const { valid, issues } = readDocument(bytesOf(text));
    expect(valid).toBe(false);
    expect(issues.map(({ code }) => code)).toEqual(['GRAMMAR_CODE_AS_TEXT', 'GRAMMAR_REVISION_2015']);
    expect(readDocument(bytesOf(text), { revision: '2015' })).toMatchObject({
      valid: true,
      revision: '2015',
    });
  });

  it('does not blame the writer for a fault of the official DTD, nor call the document valid', () => {
    const row =
      '<全銜>甲</全銜><決行><姓名/></決行><審核><姓名/></審核><承辦><姓名/></承辦><會辦><姓名/></會辦><收文日期><年月日/></收文日期><收文字號><文字/></收文字號><發文日期><年月日/></發文日期><發文字號><文字/></發文字號>';
    const text = `<!DOCTYPE 會銜公文會辦單 SYSTEM "104_7_utf8.dtd"><會銜公文會辦單><發文機關><全銜/><機關代碼/></發文機關><公文類別/><承辦單位><單位名/></承辦單位><會辦機關>${row}</會辦機關><主辦機關>${row}</主辦機關></會銜公文會辦單>`;
    const reading = readDocument(bytesOf(text));
    expect(reading).toMatchObject({ processed: true, valid: false });
    expect(reading.issues).toMatchObject([{ code: 'GRAMMAR_OFFICIAL_DEFECT', severity: 'warning' }]);
    expect(readDocument(bytesOf(text.replace('104_7', '99_7').replace('104_7', '99_7')))).toMatchObject({
      valid: true,
    });
  });

  it('refuses 便簽 with the reason, or checks what is known when asked to', () => {
    const bytes = bytesOf('<!DOCTYPE 便簽 SYSTEM "x.dtd"><便簽><主旨><字/></主旨></便簽>');
    const reading = readDocument(bytes);
    expect(reading).toMatchObject({ processed: false, wellFormed: true, valid: false, root: '便簽' });
    expect(reading.issues).toMatchObject([{ code: 'GRAMMAR_ROOT_UNKNOWN' }]);
    const guessed = readDocument(bytes, { unverified: true });
    expect(guessed).toMatchObject({ processed: true, valid: false });
    expect(codes(guessed.issues)).toEqual(
      ['GRAMMAR_UNVERIFIED', 'GRAMMAR_ELEMENT_UNEXPECTED', 'GRAMMAR_INCOMPLETE'].slice(
        0,
        guessed.issues.length,
      ),
    );
  });

  it('knows the old order and names of 91, and the defaults of each generation', () => {
    const old = letterText({
      dtd: '91_2.dtd',
      declaration: '<?xml version="1.0" encoding="Big5"?>',
      change: [
        [
          '<速別 代碼="普通件"/>\n<密等及解密條件或保密期限><密等/><解密條件或保密期限></解密條件或保密期限></密等及解密條件或保密期限>\n',
          '',
        ],
        ['<發文日期>', '<速別/><密等及解密條件><密等 代碼="普通"/><解密條件/></密等及解密條件><發文日期>'],
      ],
    });
    const reading = readDocument(bytesOf(old, 'big5'));
    expect(reading).toMatchObject({ valid: true, generation: '91' });
    expect(reading.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['GRAMMAR_DERIVED', 'info'],
    ]);
    expect(reading.tree && attributeOf(reading.tree, 'x')).toBeUndefined();
  });

  it('does not process what is empty or over the limit of bytes', () => {
    expect(readDocument(new Uint8Array())).toMatchObject({
      processed: false,
      issues: [{ code: 'XML_EMPTY' }],
    });
    const { issues } = readDocument(letter(), { limits: { bytes: 100 } });
    expect(issues).toMatchObject([{ code: 'XML_LIMIT', params: { limit: 'bytes', maximum: 100 } }]);
  });

  it('lists a bounded number of issues', () => {
    const many = Array.from({ length: 500 }, () => '<全銜 x="1"/>').join('');
    const { issues } = readDocument(letter({ change: [['<全銜>嘉禾市東禾區公所</全銜>', many]] }), {
      limits: { issues: 10 },
    });
    expect(issues).toHaveLength(11);
    expect(issues.at(-1)).toMatchObject({ code: 'XML_MORE_ISSUES', params: { listed: 10, more: 490 } });
  });
});
