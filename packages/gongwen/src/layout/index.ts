export type {
  GapBlock,
  LayoutBlock,
  LayoutDocument,
  ListPlace,
  PageBreakBlock,
  ParagraphBlock,
  TableBlock,
  TableCell,
  TableRow,
} from './document.ts';
export { pageNumberText } from './document.ts';
export { type LabelPlace, placeLabel } from './label.ts';
export { layoutLetter } from './layout-letter.ts';
export { breakLines } from './line-break.ts';
export { type BracketWidth, itemMarker, MARKER_LEVELS } from './marker.ts';
export { isLatin, measure as measureText, type TextMetrics, TIMES_AND_SQUARE } from './metrics.ts';
export type { CopyKind, LayoutOptions, ResolvedLayout } from './options.ts';
export {
  A4_PAGE,
  PAGE_RULES,
  type PageGeometry,
  POINTS_PER_CM,
  SAMPLE_PAGE,
  textHeight,
  textWidth,
} from './page.ts';
export type {
  Line,
  Page,
  PagedDocument,
  PlacedCell,
  PlacedGap,
  PlacedItem,
  PlacedParagraph,
  PlacedRow,
  PlacedTable,
} from './pages.ts';
export { paginate } from './paginate.ts';
export { paperFields } from './paper-fields.ts';
export { paperRecipients } from './paper-recipients.ts';
export {
  definePaperType,
  labelledField,
  type OwnLetter,
  type PaperField,
  type PaperLetter,
  type PaperOptions,
  type PaperType,
} from './paper-type.ts';
export { ITEM_INDENT, ROLE_STYLES, type Role, type RoleStyle, SECTION_INDENTS } from './role.ts';
export { paperDate, paperNumber } from './wording.ts';
