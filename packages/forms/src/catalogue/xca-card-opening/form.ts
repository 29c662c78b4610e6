import { checkPin } from '@kcc/validators';
import { z } from 'zod';
import { defineRule } from '../../define/define-rule.ts';
import { optional } from '../../define/field.ts';
import { fixedText, toFullWidthPunctuation } from '../../define/fixed-text.ts';
import { defineForm, type PrintContext } from '../../define/form.ts';
import { type DataOf, type DraftOf, section } from '../../define/section.ts';
import { textCheck } from '../../define/value-check.ts';
import { addDays, deadlineDays } from '../../facts/deadlines.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { formatSpacedRocDate } from '../../fields/date-text.ts';
import { userCode, userCodeCheck } from '../../fields/identifier.ts';
import { organisationNameCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';
import { labelRow, paragraph, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';

/** 注意事項 of the opening page, verbatim. */
export const openingNotes = [
  fixedText(
    'R26',
    '1.收到憑證IC卡之後,請於發卡日期後90天內,完成開卡作業,如逾期未開卡,本中心將逕行停用憑證。',
  ),
  fixedText('R27', '2.請牢記IC卡PIN碼,不要⟦隨⟧意告知他人並妥善保管。'),
  fixedText('R28', '3.如忘記用戶代碼,請進行用戶代碼重設,取得新的用戶代碼後,再進行開卡。'),
  fixedText(
    'R29',
    '⟦4.⟧若還記得正確的用戶代碼,但作業時,⟦輸⟧入用戶代碼失誤達3次以上,造成卡片無法使用,請進行用戶代碼重⟦設⟧。',
  ),
  fixedText('R30', '5.未將您設定的新PIN碼記下時,請使用鎖卡解碼/重設PIN碼功能,重新取得PIN碼。'),
  fixedText('I1', '提示訊息:請插入憑證IC卡後點選【偵測卡片】'),
] as const;

const sections = {
  card: section({
    title: '選擇卡片',
    intro: '請點選偵測卡片按鈕；卡號、持有者與效期由卡片讀出。',
    fields: {
      number: optional({
        label: '卡號',
        schema: z.string().regex(/^[0-9A-Z]{8,20}$/),
        widget: 'code',
        hint: '由卡片讀出。',
        sources: ['I1', 'I2', 'C9'],
      }),
      holder: optional({
        label: '卡片持有者資訊',
        schema: line(80),
        check: organisationNameCheck,
        hint: '由卡片讀出，應與申請的全名相同。',
        profile: 'office.name',
        sources: ['I3'],
      }),
      expiresOn: optional({
        label: '卡片效期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        hint: '由卡片讀出；自發卡日起 6 年。',
        sources: ['I4', 'M2', 'R10'],
      }),
      issuedOn: optional({
        label: '發卡日期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        sources: ['M1'],
      }),
    },
  }),
  codes: section({
    title: '用戶代碼與 PIN 碼',
    intro: '兩者都不會儲存，也不會印出。',
    fields: {
      userCode: optional({
        label: '用戶代碼',
        schema: userCode,
        check: userCodeCheck,
        widget: 'secret',
        secret: true,
        hint: '請輸入6~10碼組合，且不為空白。',
        sources: ['I5', 'R14'],
      }),
      pin: optional({
        label: '新的PIN碼',
        schema: z.string().regex(/^[!-~]{6,8}$/),
        check: textCheck('pin', 'PIN 碼為 6 至 8 個半形字元', checkPin),
        widget: 'secret',
        secret: true,
        hint: '請輸入6~8碼組合，且不為空白。',
        sources: ['I6', 'C3', 'R15', 'R27'],
      }),
    },
  }),
};

type Data = DataOf<typeof sections>;

const rules = [
  defineRule<Data>({
    id: 'ACTIVATION_DUE',
    severity: 'info',
    title: '發卡日期後 90 天內開卡。',
    paths: ['/card/issuedOn'],
    sources: ['M1', 'R26'],
    find: ({ card: { issuedOn } }, { asOf }) => {
      if (issuedOn === undefined) return undefined;
      const due = addDays(issuedOn, deadlineDays.activation);
      return asOf > due ? { code: 'ACTIVATION_OVERDUE', params: { due } } : { params: { due } };
    },
  }),
];

function sheet({ card }: DraftOf<Data>, context: PrintContext): Sheet {
  const say = (text: string) => (context.punctuation === 'full-width' ? toFullWidthPunctuation(text) : text);
  const due = card.issuedOn === undefined ? undefined : addDays(card.issuedOn, deadlineDays.activation);
  return {
    title: '開卡作業備忘',
    blocks: [
      title('開卡作業備忘'),
      table(
        '卡片資料',
        [50, 120],
        [
          labelRow('卡號', card.number ?? '', 2),
          labelRow('卡片持有者資訊', card.holder ?? '', 2),
          labelRow('卡片效期', card.expiresOn === undefined ? '' : formatSpacedRocDate(card.expiresOn), 2),
          labelRow('發卡日期', card.issuedOn === undefined ? '' : formatSpacedRocDate(card.issuedOn), 2),
          labelRow('最遲開卡日', due === undefined ? '' : formatSpacedRocDate(due), 2),
        ],
      ),
      paragraph('注意事項', { heading: 2, bold: true, before: 10, after: 4 }),
      ...openingNotes.map(({ text }) => paragraph(say(text), { size: 11, after: 3 })),
    ],
  };
}

/** 開卡作業: the web page on which a card is opened, as a checklist; user code and PIN are never printed. */
export const xcaCardOpening = defineForm({
  id: 'xca-card-opening',
  title: '開卡作業',
  purpose: '收到卡片後 90 天內在發卡中心網站開卡：讀卡、輸入用戶代碼、設定新的 PIN 碼。',
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L485–573',
  verifiedOn: '2026-11-23',
  sections,
  rules,
  outputs: { sheet },
  sources: ['D14', 'I7', 'R26', 'R27', 'R28', 'R29', 'R30'],
  marks: openingNotes.flatMap(({ id, repairs }) =>
    repairs.length === 0
      ? []
      : [{ id, kind: 'repaired' as const, note: `「${repairs.join('」「')}」由掃描文字修補。` }],
  ),
});
