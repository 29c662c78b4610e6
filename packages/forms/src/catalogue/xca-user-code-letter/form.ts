import { optional, required } from '../../define/field.ts';
import { fixedText, toFullWidthPunctuation } from '../../define/fixed-text.ts';
import { defineForm, type PrintContext } from '../../define/form.ts';
import { type DataOf, type DraftOf, section } from '../../define/section.ts';
import { caseNumber, caseNumberCheck, userCode, userCodeCheck } from '../../fields/identifier.ts';
import { headingRow, labelRow, paragraph, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';

const texts = {
  keep: fixedText(
    'F3',
    '※此用戶代碼日後將為您日後進行該憑證相關事宜之用,本憑證管理中心無法提供查詢用戶代碼之功能,請務必妥善保存!',
  ),
  hotline: fixedText('F4', '憑證申請諮詢服務專線:02-2192-7111(開放時間 08:30-18:00,例假日暫停服務)'),
} as const;

const sections = {
  code: section({
    title: '用戶代碼資料',
    intro: '用戶代碼由您自訂並自行保存；本軟體不儲存，只在您要求時印在這張紙上。',
    fields: {
      caseNumber: required({
        label: '案件流水號',
        schema: caseNumber,
        check: caseNumberCheck,
        widget: 'case-number',
        inputMode: 'numeric',
        example: '0400100000000000000080067',
        hint: '25 位數字，與申請書的申請案號相同。',
        sources: ['F1', 'C1'],
      }),
      userCode: optional({
        label: '用戶代碼',
        schema: userCode,
        check: userCodeCheck,
        widget: 'secret',
        secret: true,
        hint: '6 至 10 個半形字元，大小寫不同；留空則印出空格供手寫。',
        sources: ['F2', 'C2', 'R14', 'R19'],
      }),
    },
  }),
};

function sheet({ code }: DraftOf<DataOf<typeof sections>>, context: PrintContext): Sheet {
  const say = (text: string) => (context.punctuation === 'full-width' ? toFullWidthPunctuation(text) : text);
  const name = '用戶代碼函(請妥善保管)';
  return {
    title: name,
    blocks: [
      title(name),
      table(
        '用戶代碼資料',
        [45, 125],
        [
          headingRow('用戶代碼資料', 2),
          labelRow('案件流水號', code.caseNumber ?? '', 2),
          labelRow('用戶代碼', context.includeSecrets ? (code.userCode ?? '') : '', 2),
        ],
      ),
      paragraph(say(texts.keep.text), { before: 10, after: 6 }),
      paragraph(say(texts.hotline.text)),
    ],
  };
}

/** 用戶代碼函: kept by the applicant; the only paper that may carry the user code, and only when asked for. */
export const xcaUserCodeLetter = defineForm({
  id: 'xca-user-code-letter',
  title: '用戶代碼函(請妥善保管)',
  purpose: '申請人自行保管的用戶代碼紀錄，不寄出；查詢進度、開卡、解鎖、停用時要用。',
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L350–361',
  verifiedOn: '2026-11-23',
  sections,
  rules: [],
  outputs: { sheet },
  printsSecrets: true,
  sources: ['D6', 'F3', 'F4', 'M6'],
  marks: [
    { id: 'F1', kind: 'repaired', note: '範例流水號於資料中為 24 或 26 位，依「共25碼」及五格各五碼還原。' },
  ],
});
