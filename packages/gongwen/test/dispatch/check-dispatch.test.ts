import { describe, expect, it } from 'vitest';
import { checkDispatch } from '../../src/dispatch/check-dispatch.ts';
import { sha256Hex } from '../../src/dispatch/digest.ts';
import { type DispatchInput, readDispatch } from '../../src/dispatch/read-dispatch.ts';
import { LETTER_TEXT, ROSTER_TEXT } from './sample-letter.ts';

const encoder = new TextEncoder();
const file = (path: string, text: string): DispatchInput => ({ path, bytes: encoder.encode(text) });
const complete = [
  file('in/1150001234.di', LETTER_TEXT),
  file('in/1150001234.sw', ROSTER_TEXT),
  file('in/plan.pdf', 'plan'),
  file('in/場地 圖.odt', 'map'),
];

async function codes(files: readonly DispatchInput[]): Promise<string[]> {
  const issues = checkDispatch(await readDispatch(files));
  return issues.map(({ code, severity }) => `${severity} ${code}`);
}

const change = (path: string, from: string | RegExp, to: string) =>
  complete.map((one) =>
    one.path.endsWith(path) ? file(one.path, new TextDecoder().decode(one.bytes).replace(from, to)) : one,
  );

describe('a dispatch whose files agree', () => {
  it('has no issue but the recipient on paper', async () => {
    expect(await codes(complete)).toEqual(['info DISPATCH_RECIPIENT_UNLISTED']);
  });

  it('gives the digests of its attachments', async () => {
    const { attachments, others } = await readDispatch(complete);
    expect(attachments).toEqual([
      {
        fileName: 'plan.pdf',
        found: 'in/plan.pdf',
        size: 4,
        sha256: await sha256Hex(encoder.encode('plan')),
      },
      {
        fileName: '場地 圖.odt',
        found: 'in/場地 圖.odt',
        size: 3,
        sha256: await sha256Hex(encoder.encode('map')),
      },
    ]);
    expect(others).toEqual([]);
  });
});

describe('what does not agree is named', () => {
  const paper = 'info DISPATCH_RECIPIENT_UNLISTED';
  it.each<[string, readonly DispatchInput[], readonly string[]]>([
    ['no letter', complete.slice(1), ['error DISPATCH_LETTER_MISSING']],
    ['no roster', complete.filter(({ path }) => !path.endsWith('.sw')), ['error DISPATCH_ROSTER_MISSING']],
    ['no attachment', complete.slice(0, 3), ['error DISPATCH_ATTACHMENT_MISSING', paper]],
    ['an empty attachment', change('plan.pdf', 'plan', ''), ['warning DISPATCH_ATTACHMENT_EMPTY', paper]],
    ['a file nobody named', [...complete, file('in/x.txt', 'x')], [paper, 'warning DISPATCH_FILE_EXTRA']],
    [
      'a name in other letter case',
      complete.map((one) => ({ ...one, path: one.path.replace('1150001234.sw', '1150001234.SW') })),
      ['warning DISPATCH_NAME_CASE', paper],
    ],
    [
      'attachments without a word',
      change('.di', '<文字>計畫書1份</文字>', '<文字/>'),
      ['warning DISPATCH_ATTACHMENT_TEXT', paper],
    ],
    [
      'a missing message',
      change('.di', '<!NOTATION DI', '<!ENTITY 文書訊息表單 SYSTEM "a.dm" NDATA _X>\n<!NOTATION DI'),
      ['error DISPATCH_MESSAGE_MISSING', paper],
    ],
    ['a row without a code', change('.sw', 'Z10000001B', ''), ['error DISPATCH_CODE_MISSING', paper]],
    [
      'one code twice',
      change('.sw', 'EB00000000', 'Z10000001B'),
      ['warning DISPATCH_RECIPIENT_REPEATED', paper],
    ],
    [
      '正本 in the letter, 副本 in the roster',
      change('.sw', '代碼="正本"', '代碼="副本"'),
      [paper, 'warning DISPATCH_COPY_KIND'],
    ],
    [
      'other notes on attachments',
      change('.sw', '>含附件<', '>不含附件<'),
      [paper, 'warning DISPATCH_WITH_ATTACHMENTS'],
    ],
  ])('%s', async (_what, files, expected) => {
    expect(await codes(files)).toEqual(expected);
  });

  it('a row that the letter does not name is reported when they are joined', async () => {
    const { issues } = await readDispatch(change('.sw', '嘉禾市東禾區公所', '別的機關'));
    expect(issues.map(({ code }) => code)).toEqual(['READ_ROSTER_ENTRY_UNMATCHED']);
  });

  it('臺 and 台 are one name, and it is said', async () => {
    const files = change('.di', '嘉禾基金會', '臺灣基金會').map((one) =>
      one.path.endsWith('.sw') ? file(one.path, ROSTER_TEXT.replace('嘉禾基金會', '台灣基金會')) : one,
    );
    const { letter, issues } = await readDispatch(files);
    expect(issues.map(({ code }) => code)).toEqual(['READ_ROSTER_NAME_VARIANT']);
    expect(letter).toMatchObject({ copies: [{ name: '臺灣基金會', code: 'EB00000000' }, {}] });
  });

  it('an attachment that is not the one whose digest was recorded', async () => {
    const dispatch = await readDispatch(complete);
    if (!dispatch.letter) throw new Error('no letter');
    const attachments = dispatch.letter.attachments.map((one) => ({ ...one, sha256: '00' }));
    const issues = checkDispatch({ ...dispatch, letter: { ...dispatch.letter, attachments } });
    expect(issues.map(({ code }) => code)).toContain('DISPATCH_ATTACHMENT_CHANGED');
  });
});
