import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DispatchFile } from '../../src/dispatch/file.ts';
import { hideRecipients } from '../../src/dispatch/hide-recipients.ts';
import { readDispatch } from '../../src/dispatch/read-dispatch.ts';
import { writeDispatch } from '../../src/dispatch/write-dispatch.ts';
import { writeSeparately } from '../../src/dispatch/write-separately.ts';
import type { Letter } from '../../src/model/letter.ts';
import type { OfficialLetter } from '../../src/model/official-letter.ts';
import { officialLetter } from '../model/arbitrary-letters.ts';
import { LETTER_TEXT, ROSTER_TEXT, sampleLetter } from './sample-letter.ts';

const baseName = '1150001234';
const write = (letter: Letter, options = {}) => writeDispatch(letter, { baseName, ...options });
const textOf = (files: readonly DispatchFile[], role: string) => {
  const file = files.find((candidate) => candidate.role === role);
  return file && 'bytes' in file ? new TextDecoder().decode(file.bytes) : undefined;
};
const withBytes = (files: readonly DispatchFile[]) =>
  files.flatMap((file) => ('bytes' in file ? [file] : []));
const errors = (letter: Letter, options = {}) => {
  const { files, issues } = write(letter, options);
  const found = issues.filter(({ severity }) => severity === 'error');
  if (found.length > 0) expect(files).toEqual([]);
  return found.map(({ code, path }) => `${code} ${path}`);
};

describe('the canonical form', () => {
  it('of a letter and its roster, to the byte', () => {
    const { files, issues } = write(sampleLetter);
    expect(textOf(files, 'letter')).toBe(LETTER_TEXT);
    expect(textOf(files, 'roster')).toBe(ROSTER_TEXT);
    expect(files.map(({ path, role }) => `${role} ${path}`)).toEqual([
      'letter 1150001234.di',
      'roster 1150001234.sw',
      'attachment-slot plan.pdf',
      'attachment-slot 場地 圖.odt',
    ]);
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'info WRITE_RECIPIENT_ON_PAPER',
    ]);
  });

  it('in Big5 names the other DTD family', () => {
    const { files } = write(sampleLetter, { encoding: 'big5' });
    const [letter] = withBytes(files);
    const text = new TextDecoder('big5').decode(letter?.bytes);
    expect(text).toContain('encoding="Big5"?>\n<!DOCTYPE 函 SYSTEM "104_2_big5.dtd"');
    expect(text).toContain('許功蓋');
  });
});

describe('受文者', () => {
  const alone = { ...sampleLetter, recipients: sampleLetter.recipients.slice(0, 1), copies: [] };

  it('one recipient stands in place, with its code, and is in the roster too', () => {
    const { addressee: _addressee, ...letter } = alone;
    const { files } = write(letter);
    expect(textOf(files, 'letter')).toContain(
      '<受文者>\n<全銜>嘉禾市東禾區公所</全銜>\n<機關代碼>Z10000001B</機關代碼>\n</受文者>',
    );
    expect(textOf(files, 'letter')).toContain('<!ENTITY 表單 SYSTEM "1150001234.sw" NDATA DI>');
    expect(textOf(files, 'roster')).toContain('Z10000001B');
  });

  it('several recipients are pointed at by the roster, whoever the letter named', () => {
    const { files, issues } = write({
      ...sampleLetter,
      addressee: { type: 'organisation', name: '嘉禾市東禾區公所' },
    });
    expect(textOf(files, 'letter')).toContain('<交換表 交換表單="表單">嘉禾市東禾區公所</交換表>');
    expect(issues.map(({ code }) => code)).toContain('WRITE_ADDRESSEE_BY_ROSTER');
  });

  it('when all are on paper there is no roster, and its entity names no file', () => {
    const recipients = sampleLetter.recipients.map((recipient) => ({
      ...recipient,
      channel: 'paper' as const,
    }));
    const { files } = write({ ...sampleLetter, recipients, copies: [] });
    expect(textOf(files, 'roster')).toBeUndefined();
    expect(textOf(files, 'letter')).toContain('<!ENTITY 表單 SYSTEM "" NDATA DI>');
  });

  it('when no code is known yet, the roster shows the gaps', () => {
    const recipients = [
      { type: 'organisation', name: '甲' },
      { type: 'organisation', name: '乙' },
    ] as const;
    const { files, issues } = write({ ...sampleLetter, recipients, copies: [] });
    expect(textOf(files, 'roster')).toContain('<全銜>甲</全銜>\n<機關代碼/>');
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'WRITE_RECIPIENT_CODE_MISSING /recipients/0',
      'WRITE_RECIPIENT_CODE_MISSING /recipients/1',
    ]);
  });
});

describe('行文單位保密', () => {
  it('hides the names in the letter and gives them back from the roster', async () => {
    const hidden = hideRecipients({ ...sampleLetter, copies: [] });
    const { files } = write(hidden);
    expect(textOf(files, 'letter')).toContain('<正本>\n<總稱/>\n</正本>');
    expect(textOf(files, 'letter')).not.toContain('東禾區公所');
    const { letter } = await readDispatch(withBytes(files));
    expect(letter).toEqual({ ...hidden, generation: '104' });
  });
});

describe('分繕', () => {
  it('one set for each recipient, which names nobody else', async () => {
    const sets = writeSeparately(sampleLetter, { baseName });
    expect(sets.map((set) => set.baseName)).toEqual([
      '1150001234-1',
      '1150001234-2',
      '1150001234-3',
      '1150001234-4',
    ]);
    const [first, , third] = sets;
    expect(textOf(first?.files ?? [], 'letter')).toContain(
      '<正本>\n<全銜>嘉禾市東禾區公所</全銜>\n</正本>\n<署名>',
    );
    expect(textOf(first?.files ?? [], 'letter')).not.toContain('社會教育科');
    expect(textOf(third?.files ?? [], 'roster')).toContain('<收發處理本別 代碼="副本"/>');
    const { letter } = await readDispatch(withBytes(first?.files ?? []));
    expect(letter?.addressee).toMatchObject({ type: 'organisation', code: 'Z10000001B' });
  });
});

describe('re-sending', () => {
  it('adds the message in the form of 2020, its entity and notation', async () => {
    const { files } = write(sampleLetter, { message: { code: '3', note: '附件第1頁修正。' } });
    expect(textOf(files, 'letter')).toContain(
      '<!ENTITY 文書訊息表單 SYSTEM "1150001234.dm" NDATA DM>\n<!NOTATION DI SYSTEM "">\n<!NOTATION DM SYSTEM "">',
    );
    expect(textOf(files, 'message')).toContain(
      '<文書訊息代碼 代碼="3"/>\n<訊息備註>附件第1頁修正。</訊息備註>',
    );
    expect((await readDispatch(withBytes(files))).message).toMatchObject({
      code: '3',
      note: '附件第1頁修正。',
    });
  });

  it('refuses a code that the format does not have', () => {
    expect(errors(sampleLetter, { message: { code: '9', note: '' } })).toEqual([
      'WRITE_INVALID /文書訊息表單/文書訊息代碼',
    ]);
  });
});

describe('nothing is written when', () => {
  const change = (fields: Partial<OfficialLetter>) => ({ ...sampleLetter, ...fields });
  it.each([
    ['正本 is empty', change({ recipients: [] }), 'WRITE_RECIPIENT_MISSING /recipients'],
    ['there is no issuer', change({ issuers: [] }), 'WRITE_ISSUER_MISSING /issuers'],
    ['a date is none', change({ issueDate: '2026-02-30' }), 'WRITE_DATE_INVALID /issueDate'],
    ['函類別 is off the list', change({ subtype: '派免建議函' }), 'WRITE_INVALID /函/函類別'],
    [
      'a control character stands in a text',
      change({ subject: '檢送\u0001' }),
      'WRITE_CHARACTER_ILLEGAL /subject',
    ],
    [
      'half a surrogate pair stands in a text',
      change({ address: '\ud842' }),
      'WRITE_CHARACTER_ILLEGAL /address',
    ],
    [
      'an attachment has a path',
      change({ attachments: [{ fileName: '../a.pdf' }] }),
      'WRITE_FILE_NAME /attachments/0/fileName',
    ],
    [
      'two attachments share a name',
      change({ attachments: [{ fileName: 'a.pdf' }, { fileName: 'A.pdf' }] }),
      'WRITE_FILE_NAME_REPEATED /attachments/1/fileName',
    ],
    [
      'an attachment would overwrite the letter',
      change({ attachments: [{ fileName: '1150001234.di' }] }),
      'WRITE_FILE_NAME_REPEATED /attachments/0/fileName',
    ],
  ])('%s', (_what, letter, expected) => {
    expect(errors(letter)).toEqual([expected]);
  });

  it('Big5 lacks a character: each is named with its place', () => {
    const { files, issues } = write({ ...sampleLetter, subject: '檢送𠮷之喆' }, { encoding: 'big5' });
    expect(files).toEqual([]);
    expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'WRITE_CHARACTER_UNENCODABLE',
        path: '/subject',
        params: { character: '𠮷', column: 3, code: 'U+20BB7' },
      },
      { code: 'WRITE_CHARACTER_UNENCODABLE', path: '/subject', params: { character: '喆', column: 6 } },
    ]);
    expect(write({ ...sampleLetter, subject: '檢送𠮷' }).files).not.toEqual([]);
  });

  it('the generation has no such document', () => {
    const notice: Letter = {
      kind: 'inspection',
      issuers: sampleLetter.issuers,
      documentNumbers: sampleLetter.documentNumbers,
      issueDate: '2010-10-02',
      attachments: [],
      signatures: [],
      subject: '會勘',
      times: [{ date: '2010-10-20' }],
      place: '範例路',
      chairs: [],
      contacts: [],
      attendees: sampleLetter.recipients,
      observers: [],
      copies: [],
    };
    expect(errors(notice)).toEqual([]);
    expect(errors(notice, { generation: '99' })).toEqual(['WRITE_GENERATION_LACKS ']);
  });

  it('throws for a kind that nobody defined', () => {
    expect(() => writeDispatch({ ...sampleLetter, kind: 'telegram' }, { baseName })).toThrow(TypeError);
  });
});

describe('entity names', () => {
  it('keep clear of each other and of names that XML does not allow', () => {
    const attachments = [
      { fileName: 'a.pdf' },
      { fileName: 'b.pdf', entity: 'ATTCH1' },
      { fileName: 'c.pdf', entity: '1附件' },
      { fileName: 'd.pdf', entity: '表單' },
    ];
    const { files, issues } = write({ ...sampleLetter, attachments });
    expect(textOf(files, 'letter')).toContain('附件名="ATTCH2 ATTCH1 ATTCH3 ATTCH4"');
    expect(issues.filter(({ code }) => code === 'WRITE_ENTITY_NAME')).toHaveLength(2);
  });
});

describe('what the grammar does not know', () => {
  const letter = {
    ...sampleLetter,
    extra: [
      { name: '檔號', after: '副本', text: '115/1', attributes: { 甲: '1' } },
      { name: '@乙', parent: '/函/主旨', text: '2' },
    ],
  };

  it('is left out with a warning, or put back in its place on demand', async () => {
    const dropped = write(letter);
    expect(textOf(dropped.files, 'letter')).toBe(LETTER_TEXT);
    expect(dropped.issues.filter(({ code }) => code === 'WRITE_EXTRA_DROPPED')).toHaveLength(2);
    const kept = write(letter, { extra: 'keep' });
    expect(textOf(kept.files, 'letter')).toContain('</副本>\n<檔號 甲="1">115/1</檔號>\n<署名>');
    expect(textOf(kept.files, 'letter')).toContain('<主旨 乙="2">');
    expect((await readDispatch(withBytes(kept.files))).letter?.extra).toEqual(
      expect.arrayContaining(letter.extra),
    );
  });
});

describe('older generations', () => {
  for (const generation of ['99', '97', '93', '91'] as const) {
    it(`a letter of ${generation} is valid by its grammar and read back`, async () => {
      await fc.assert(
        fc.asyncProperty(officialLetter, async (letter) => {
          const { files, issues } = write(letter, { generation, encoding: 'big5' });
          expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
          const dispatch = await readDispatch(withBytes(files));
          expect(dispatch.document).toMatchObject({ generation, valid: true });
          expect(dispatch.letter).toEqual({ ...letter, generation });
        }),
        { numRuns: 12 },
      );
    });
  }
});
