import type { PagedDocument, ParagraphBlock } from '../../../layout/index.ts';
import type { Role } from '../../../layout/role.ts';
import { block, goodItems, onPaper, paged, placed, SHEET, sealOf } from '../../examples-paper.ts';
import type { Finding, Rule } from '../../rule.ts';
import { cite } from '../../tables/sources.ts';

const CM = 28.3465;
const near = (value: number, wanted: number, off = 1) => Math.abs(value - wanted) <= off;
const round = (value: number) => Math.round(value * 100) / 100;

/** Type sizes of the norm by role; roles that the norm does not speak of are not judged. */
const SIZES: Partial<Readonly<Record<Role, number>>> = {
  title: 20,
  memoTitle: 20,
  addressee: 16,
  subject: 16,
  section: 16,
  plainText: 16,
  item: 16,
  meetingField: 16,
  remarks: 16,
  address: 12,
  contact: 12,
  issueDate: 12,
  documentNumber: 12,
  urgency: 12,
  classification: 12,
  attachment: 12,
  recipients: 12,
  copies: 12,
  attendees: 12,
  archiveNumber: 10,
  retention: 10,
};
const CENTRED: ReadonlySet<Role> = new Set(['title', 'listTitle', 'pageNumber']);

const paragraphs = (document: PagedDocument | undefined): readonly ParagraphBlock[] =>
  (document?.document.blocks ?? []).flatMap((each) => (each.type === 'paragraph' ? [each] : []));
const each = (
  document: PagedDocument | undefined,
  test: (block: ParagraphBlock) => Finding['params'] | undefined,
) =>
  paragraphs(document).flatMap((block): Finding[] => {
    const params = test(block);
    return params ? [{ path: block.path, params }] : [];
  });
const sized = (role: Role, sizePt: number, linePt: number) =>
  placed(block(role, '請填復。', { sizePt, linePt }), '請填復。');

/** Y: the sheet and its styles. */
export const sheetRules: readonly Rule[] = [
  {
    id: 'GW-Y001',
    severity: 'error',
    tier: 'R',
    fix: 'none',
    title: '用紙為A4直式',
    message: '版面 {found} 點不是 A4 直式（595.3×841.9 點）；請改正',
    source: cite('format', '4'),
    bad: [onPaper('A3', paged([goodItems], { page: { ...SHEET, widthPt: 841.89, heightPt: 1190.55 } }))],
    good: [onPaper('A4', paged([goodItems]))],
    check: (_, { paged: document }) => {
      if (!document) return [];
      const { widthPt, heightPt } = document.document.page;
      return near(widthPt, 595.3) && near(heightPt, 841.9)
        ? []
        : [{ path: '', params: { found: `${round(widthPt)}×${round(heightPt)}` } }];
    },
  },
  {
    id: 'GW-Y002',
    severity: 'error',
    tier: 'R',
    fix: 'none',
    title: '邊界2.5公分±0.3（C1）',
    message: '{name}邊界 {found} 公分；應為 {right} 公分',
    source: cite('format', '4(三)'),
    bad: [onPaper('下邊界3公分', paged([goodItems], { page: { ...SHEET, bottomPt: 3 * CM } }))],
    good: [
      onPaper('2.5公分', paged([goodItems])),
      onPaper('官方樣張', paged([goodItems], { page: { ...SHEET, topPt: 62.96, rightPt: 73.45 } })),
    ],
    check: (_, { paged: document, choices }) => {
      if (!document) return [];
      const { topPt, bottomPt, leftPt, rightPt } = document.document.page;
      const { cm, toleranceCm } = choices.margins;
      const sides = { 上: topPt, 下: bottomPt, 左: leftPt, 右: rightPt };
      return Object.entries(sides).flatMap(([name, value]) =>
        near(value / CM, cm, toleranceCm + 0.005)
          ? []
          : [{ path: '', params: { name, found: round(value / CM), right: `${cm}±${toleranceCm}` } }],
      );
    },
  },
  {
    id: 'GW-Y005',
    severity: 'error',
    tier: 'R',
    fix: 'none',
    title: '字的大小：20、16、12、10點',
    message: '「{name}」為 {found} 點；應為 {right} 點',
    source: cite('format', '5–9'),
    bad: [onPaper('主旨14點', paged([[sized('subject', 14, 25)]]))],
    good: [onPaper('主旨16點', paged([[sized('subject', 16, 25)]]))],
    check: (_, { paged: document }) =>
      each(document, ({ role, sizePt, label, text }) => {
        const right = SIZES[role];
        return right === undefined || near(sizePt, right, 0.01)
          ? undefined
          : { name: label || text.slice(0, 8), found: sizePt, right };
      }),
  },
  {
    id: 'GW-Y006',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '行距：10點10、12點15、16點28±4、20點36（C2）',
    message: '{name} 點字的行距 {found} 點；應為 {right} 點',
    source: cite('format', '4(五)'),
    bad: [onPaper('16點行距20', paged([[sized('subject', 16, 20)]]))],
    good: [
      onPaper('16點行距25', paged([[sized('subject', 16, 25)]])),
      onPaper('12點行距15', paged([[sized('copies', 12, 15)]])),
    ],
    check: (_, { paged: document, choices }) =>
      each(document, ({ role, sizePt, linePt }) => {
        if (SIZES[role] === undefined) return undefined;
        const exact: Readonly<Record<number, number>> = { 10: 10, 12: 15, 20: 36 };
        const [least, greatest] = sizePt === 16 ? choices.bodyPitch : [exact[sizePt], exact[sizePt]];
        if (least === undefined || greatest === undefined) return undefined;
        return linePt >= least - 0.01 && linePt <= greatest + 0.01
          ? undefined
          : { name: sizePt, found: linePt, right: least === greatest ? least : `${least}–${greatest}` };
      }),
  },
  {
    id: 'GW-Y007',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '只有全銜及文別置中',
    message: '「{found}」置中；應靠左',
    source: cite('format'),
    bad: [
      onPaper('主旨置中', paged([[placed(block('subject', '請填復。', { align: 'center' }), '請填復。')]])),
    ],
    good: [onPaper('全銜置中', paged([goodItems]))],
    check: (_, { paged: document }) =>
      each(document, ({ role, align, label, text }) =>
        align === 'center' && !CENTRED.has(role) ? { found: (label + text).slice(0, 8) } : undefined,
      ),
  },
  {
    id: 'GW-Y008',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '每頁下緣置中印「第N頁，共M頁」',
    message: '沒有頁碼；請加上',
    source: `${cite('handbook104', '16(二)14')}；${cite('format', '4')}`,
    bad: [onPaper('沒有頁碼', paged([goodItems], { pageNumbers: false }))],
    good: [onPaper('有頁碼', paged([goodItems]))],
    check: (_, { paged: document }) => (document && !document.document.pageNumbers ? [{ path: '' }] : []),
  },
  {
    id: 'GW-Y009',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '二頁以上有騎縫標識',
    message: '有 {count} 頁而沒有騎縫標識；請加上',
    source: `${cite('act', '第11條')}；${cite('exchange', '第8條(二)')}`,
    bad: [onPaper('電子公文二頁沒有騎縫', paged([goodItems, goodItems], { mark: '電子公文' }))],
    good: [
      onPaper('電子公文二頁有騎縫', paged([goodItems, goodItems], { mark: '電子公文', edgeMarks: true })),
      onPaper('一頁', paged([goodItems], { mark: '電子公文' })),
      onPaper('稿', paged([goodItems, goodItems])),
    ],
    check: (_, { paged: document, copy }) => {
      if (!document || document.document.edgeMarks || document.pages.length < 2) return [];
      const onSheets = copy === 'paper' || copy === 'received' || document.document.mark === '電子公文';
      return onSheets ? [{ path: '', params: { count: document.pages.length } }] : [];
    },
  },
  {
    id: 'GW-Y010',
    severity: 'info',
    tier: 'R',
    fix: 'none',
    title: '裝訂線在左邊界外1.5公分處',
    message: '沒有裝訂線',
    source: cite('textbook', '第56頁'),
    bad: [onPaper('沒有裝訂線', paged([goodItems], { bindingLine: false }))],
    good: [onPaper('有裝訂線', paged([goodItems]))],
    check: (_, { paged: document }) => (document && !document.document.bindingLine ? [{ path: '' }] : []),
  },
  {
    id: 'GW-Y016',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    kinds: ['announcement'],
    title: '公告的印信位置7±2公分',
    message: '印信位置 {found} 公分；應為 5 至 9 公分',
    source: cite('format', '7'),
    bad: [sealOf('印信位置3公分', 3)],
    good: [sealOf('印信位置7公分', 7), sealOf('印信位置9公分', 9)],
    check: (_, { paged: document }) =>
      (document?.document.blocks ?? []).flatMap((gap) =>
        gap.type === 'gap' && gap.role === 'seal' && !near(gap.heightPt / CM, 7, 2.005)
          ? [{ path: gap.path, params: { found: round(gap.heightPt / CM) } }]
          : [],
      ),
  },
];
