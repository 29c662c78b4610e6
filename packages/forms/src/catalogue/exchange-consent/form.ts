import { officeOnly, required, seal } from '../../define/field.ts';
import { type FixedText, fixedText, toFullWidthPunctuation } from '../../define/fixed-text.ts';
import { defineForm, type Mark, type PrintContext } from '../../define/form.ts';
import { type DataOf, type DraftOf, section } from '../../define/section.ts';
import { organisationNameCheck } from '../../fields/name.ts';
import { line, ticked } from '../../fields/text.ts';
import { cell, paragraph, row, sealBoxes, table, title } from '../../sheet/build.ts';
import type { Block, Sheet } from '../../sheet/sheet.ts';
import { articles } from './articles.ts';

const texts = {
  to: fixedText('J15', '此致 高雄市政府'),
  office: fixedText('J17', '*以下為審核欄,申請單位請勿填寫*'),
  first: fixedText('J17', '初審⟦機關⟧(申請單位之本府目⟦的事業主管機關⟧)'),
  second: fixedText('J18', '複審機關(高雄市政府秘書處)'),
} as const;

const sections = {
  applicant: section({
    title: '申請單位',
    intro: '同意「高雄市交換中心連線規範」全部 13 條後簽章。',
    fields: {
      name: required({
        label: '申請單位全銜',
        schema: line(80),
        check: organisationNameCheck,
        autocomplete: 'organization',
        example: '高雄市議員○○○服務處',
        hint: '須與憑證上的名稱相同。',
        profile: 'office.name',
        sources: ['J14'],
      }),
      agreed: required({
        label: '已閱讀並同意 13 條連線規範',
        schema: ticked,
        widget: 'checkbox',
        hint: '請特別留意：專機專用並採固定 IP、只能使用檔管局軟體、視同同意以電子公文送達。',
        sources: ['R32', 'R34', 'R36'],
      }),
      signature: seal({ label: '申請單位簽章', sources: ['J16'], hint: '請蓋申請單位印章。' }),
    },
  }),
  review: section({
    title: '審核欄（申請單位請勿填寫）',
    fields: {
      first: officeOnly({ label: '初審機關', sources: ['J17'] }),
      second: officeOnly({ label: '複審機關', sources: ['J18'] }),
    },
  }),
};

const SIZE = 11;
const MM_PER_POINT = 25.4 / 72;

/** An article or item; its lines hang behind the marker, whatever its width: 一、 十一、 (一). */
function articleBlock({ id, text }: FixedText): Block {
  const [marker = ''] = /^(.{1,2}、|\(.\))/.exec(text) ?? [];
  const ems = [...marker].reduce((sum, sign) => sum + (sign === '(' || sign === ')' ? 0.5 : 1), 0);
  const hanging = Math.round(ems * SIZE * MM_PER_POINT * 10) / 10;
  return paragraph(text, { indent: id.includes('.') ? 8 : 0, hanging, size: SIZE, after: 2 });
}

function reviewTable(): Block[] {
  const head = (text: string) => row(cell('label', text, { columns: 4, align: 'left' }));
  const boxes = {
    cells: [cell('label', '承辦單位'), cell('office', ''), cell('label', '審核'), cell('office', '')],
    height: 16,
  };
  return [
    paragraph(texts.office.text, { align: 'center', before: 8, after: 4 }),
    table('審核欄', [28, 57, 28, 57], [head(texts.first.text), boxes, head(texts.second.text), boxes]),
  ];
}

function sheet({ applicant }: DraftOf<DataOf<typeof sections>>, context: PrintContext): Sheet {
  const say = (block: Block): Block =>
    block.type === 'paragraph' && context.punctuation === 'full-width'
      ? { ...block, text: toFullWidthPunctuation(block.text) }
      : block;
  const name = '高雄市交換中心連線規範同意書';
  const agreement = `${applicant.name ?? '(請填申請單位全銜)'} 同意以上連線規範之內容`;
  return {
    title: name,
    blocks: [
      title(name),
      ...articles.map(articleBlock).map(say),
      { type: 'page-break' },
      paragraph(agreement, { size: 14, after: 8 }),
      paragraph(texts.to.text, { size: 14, after: 10 }),
      ...sealBoxes(['申請單位簽章'], '(請於上方空格內簽章)', 32),
      ...reviewTable().map(say),
    ],
  };
}

const repaired: readonly Mark[] = articles.flatMap(({ id, repairs }) =>
  repairs.length === 0
    ? []
    : [
        {
          id,
          kind: 'repaired' as const,
          note: `「${repairs.join('」「')}」由掃描文字修補，請與市府公布的原件核對。`,
        },
      ],
);

/** 高雄市交換中心連線規範同意書. */
export const exchangeConsent = defineForm({
  id: 'exchange-consent',
  title: '高雄市交換中心連線規範同意書',
  purpose: '申請公文電子交換連線時，向高雄市政府同意交換中心的連線規範；經市議會初審後轉送。',
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L620–659',
  verifiedOn: '2026-11-23',
  sections,
  rules: [],
  outputs: { sheet },
  sources: ['D15', ...articles.map(({ id }) => id), 'J15', 'R35', 'M5'],
  marks: [
    ...repaired,
    { id: 'J14', kind: 'repaired', note: '「全銜」之「銜」依文意修補。' },
    { id: 'J17', kind: 'repaired', note: '初審機關的括號內文字缺漏，依文意修補。' },
    {
      id: 'J6',
      kind: 'outdated',
      note: '電子簽章法於 113 年全文修正，「第七條第二項」的條次是否仍對應收受時間尚未核對。',
    },
    { id: 'J18', kind: 'unverified', note: '複審機關名稱在同一資料中另作「行政暨國際處」，現名請確認。' },
    { id: 'J7.3', kind: 'unverified', note: '「不得有其他危害通信或相關法令情事」似缺動詞，照原文保留。' },
  ],
});
