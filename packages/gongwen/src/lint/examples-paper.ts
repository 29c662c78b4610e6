import type {
  LayoutBlock,
  LayoutDocument,
  Page,
  PagedDocument,
  ParagraphBlock,
  PlacedParagraph,
} from '../layout/index.ts';
import type { Role } from '../layout/role.ts';
import { plainAnnouncement, plainLetter } from './examples.ts';
import type { PrintedFile } from './printed.ts';
import type { Example } from './rule.ts';

const CM = 28.3465;

/** The sheet of the norm. */
export const SHEET = {
  widthPt: 595.28,
  heightPt: 841.89,
  topPt: 2.5 * CM,
  bottomPt: 2.5 * CM,
  leftPt: 2.5 * CM,
  rightPt: 2.5 * CM,
} as const;

/** One paragraph of 16 pt text at the place of an item. */
export const block = (role: Role, text: string, changes: Partial<ParagraphBlock> = {}): ParagraphBlock => ({
  type: 'paragraph',
  role,
  path: '/sections/0/items/0/text',
  label: '',
  labelKind: 'none',
  text,
  sizePt: 16,
  linePt: 25,
  leftPt: 49.66,
  hangingPt: 33.79,
  spaceBeforePt: 0,
  align: 'left',
  bold: false,
  keepWithNext: false,
  ...changes,
});

/** A paragraph with its lines, the first at the left of the others when it hangs. */
export const placed = (
  paragraph: ParagraphBlock,
  ...lines: (string | readonly [string, number])[]
): PlacedParagraph => ({
  type: 'paragraph',
  block: paragraph,
  topPt: 0,
  begins: true,
  lines: lines.map((line) => {
    const [text, xPt] = typeof line === 'string' ? [line, paragraph.leftPt] : line;
    return { text, xPt, widthPt: text.length * paragraph.sizePt };
  }),
});

/** A letter on paper, made by hand: its pages are lists of paragraphs. */
export function paged(
  pages: readonly (readonly PlacedParagraph[])[],
  changes: Partial<LayoutDocument> = {},
): PagedDocument {
  const blocks: readonly LayoutBlock[] = pages.flat().map((item) => item.block);
  const document: LayoutDocument = {
    kind: 'letter',
    heading: '函',
    title: '嘉禾市政府函',
    issuer: '嘉禾市政府',
    language: 'zh-TW',
    page: SHEET,
    blocks,
    bindingLine: true,
    pageNumbers: true,
    edgeMarks: false,
    mark: '',
    ...changes,
  };
  const sheets: readonly Page[] = pages.map((items, index) => ({ number: index + 1, items }));
  return { document, pages: sheets };
}

const title = block('title', '嘉禾市政府　函', {
  sizePt: 20,
  linePt: 36,
  leftPt: 0,
  hangingPt: 0,
  align: 'center',
});
const item = block('item', '依本府115年度綠美化計畫辦理。', { label: '一、', labelKind: 'marker' });

/** Paragraphs of a page without fault. */
export const goodItems: readonly PlacedParagraph[] = [
  placed(title, ['嘉禾市政府　函', 170]),
  placed(item, '依本府115年度綠美化計畫辦理。'),
];

/** The plain letter on paper. */
export const onPaper = (shown: string, document: PagedDocument): Example => ({
  shown,
  letter: plainLetter,
  context: { paged: document },
});

/** The plain letter as a file for print. */
export const inPrint = (shown: string, printed: PrintedFile): Example => ({
  shown,
  letter: plainLetter,
  context: { printed },
});

/** A 公告 with or without the room for its seal; `cm` is its height. */
export function sealRoom(there: boolean, cm = 7): PagedDocument {
  const document = paged([goodItems], { kind: 'announcement', heading: '公告' });
  const gap = { type: 'gap', role: 'seal', path: '', heightPt: cm * CM } as const;
  return there
    ? { ...document, document: { ...document.document, blocks: [...document.document.blocks, gap] } }
    : document;
}

/** A 公告 whose room for the seal has this height. */
export const sealOf = (shown: string, cm: number): Example => ({
  shown,
  letter: plainAnnouncement,
  context: { paged: sealRoom(true, cm) },
});
