import { type PageGeometry, textWidth } from '../../layout/page.ts';
import { ITEM_INDENT, ROLE_STYLES, type Role, SECTION_INDENTS } from '../../layout/role.ts';

/** What the style sheet of a letter depends on. */
export interface SheetLook {
  readonly page: PageGeometry;
  readonly bodyPitchPt: number;
  readonly signatureSizePt: number;
  readonly bindingLine: boolean;
  readonly pageNumbers: boolean;
  /** 電子公文 or 已電子交換; empty when there is none. */
  readonly mark: string;
  readonly hanFonts: string;
  readonly latinFonts: string;
}

const pt = (points: number): string => `${Math.round(points * 100) / 100}pt`;

/** Size, pitch and indents of every role. */
function roleRules({ bodyPitchPt }: SheetLook): string[] {
  return Object.entries(ROLE_STYLES).map(([role, style]) => {
    const line = style.sizePt === 16 ? bodyPitchPt : style.linePt;
    const start = style.leftPt - style.hangingPt;
    const before = style.spaceBeforePt === 0 ? '' : `padding-top:${pt(style.spaceBeforePt)};`;
    const align = style.align === 'center' ? 'text-align:center;' : '';
    const indent = role === 'item' || start === 0 ? '' : `margin-left:${pt(start)};`;
    return `.gw-${role}{font-size:${pt(style.sizePt)};line-height:${pt(line)};${before}${align}${indent}}`;
  });
}

/** Roles whose text begins on the blank half of the label's colon, as in the norm's samples. */
const TIGHT: ReadonlySet<string> = new Set<Role>(['address', 'contact']);

/** The label stands in the hanging indent; the text beside it wraps under itself. */
function labelRules(): string[] {
  const widths = Object.entries(ROLE_STYLES)
    .filter(([role, style]) => style.hangingPt > 0 && role !== 'item' && role !== 'section')
    .map(
      ([role, style]) =>
        `.gw-${role}>.gw-label{${TIGHT.has(role) ? 'width' : 'min-width'}:${pt(style.hangingPt)}}`,
    );
  const sections = Object.entries(SECTION_INDENTS).map(
    ([characters, width]) => `.gw-section>.gw-label-${characters}{min-width:${pt(width)}}`,
  );
  return [...widths, ...sections];
}

const BINDING = [
  '.gw-sheet::before,.gw-sheet::after{position:absolute;left:1.5cm;top:2.5cm;bottom:2.5cm;width:0;content:"";border-left:1px dotted #000}',
  '.gw-sheet::after{border:0;width:1em;margin-left:-.5em;font-size:12pt;text-align:center;text-shadow:0 3px #fff,0 -3px #fff;',
  'content:"裝\\A 訂\\A 線";white-space:pre;line-height:6.2cm;padding-top:3cm;box-sizing:border-box}',
];

const PRINT_FONT = '"Times New Roman","標楷體","DFKai-SB","BiauKai","TW-Kai",serif';

/**
 * Page number, mark of the copy and binding line stand in the margins of the printed page, outside the text. The
 * characters of 裝訂線 are left out there: a browser would print them as text of the page.
 */
function pageRules({ page, bindingLine, pageNumbers, mark }: SheetLook): string {
  const margins = `${pt(page.topPt)} ${pt(page.rightPt)} ${pt(page.bottomPt)} ${pt(page.leftPt)}`;
  const number = `@bottom-center{font:10pt ${PRINT_FONT};content:"第" counter(page) "頁，共" counter(pages) "頁"}`;
  const binding =
    '@left-middle{content:"";width:0;height:100%;border-left:1px dotted #000;margin:0 1cm 0 1.5cm}';
  const first = mark === '' ? '' : `@page:first{@top-left{font:12pt ${PRINT_FONT};content:"${mark}"}}`;
  return `@page{size:A4;margin:${margins};${pageNumbers ? number : ''}${bindingLine ? binding : ''}}${first}`;
}

/** The Latin fonts for Latin characters only: circles, curly quotes and dashes are of the Han font in a 公文. */
function latinFace(names: string): string {
  const sources = names.split(',').map((name) => `local(${name.trim()})`);
  return `@font-face{font-family:"gongwen-latin";src:${sources.join(',')};unicode-range:U+20-7E,U+A0-B6,U+B8-D6,U+D8-F6,U+F8-24F,U+1E00-1EFF}`;
}

/** CSS for screen and paper. */
export function styleSheet(look: SheetLook): string {
  const { page } = look;
  const margins = `${pt(page.topPt)} ${pt(page.rightPt)} ${pt(page.bottomPt)} ${pt(page.leftPt)}`;
  return [
    latinFace(look.latinFonts),
    pageRules(look),
    `.gw-sheet{position:relative;box-sizing:border-box;width:${pt(page.widthPt)};min-height:${pt(page.heightPt)};margin:1rem auto;padding:${margins};background:#fff;color:#000;box-shadow:0 1px 6px #0004;`,
    `font-family:"gongwen-latin",${look.hanFonts},serif;line-break:strict;text-autospace:no-autospace;font-kerning:none;orphans:2;widows:2;overflow-wrap:break-word}`,
    ':where(.gw-sheet) :is(h1,h2,p,ol,li){margin:0;padding:0;font:inherit;list-style:none}',
    '.gw-row{display:flex}.gw-label{flex:none;white-space:pre}.gw-text{flex:1;min-width:0;white-space:pre-line}',
    ...roleRules(look),
    ...labelRules(),
    `.gw-signature{font-size:${pt(look.signatureSizePt)};line-height:${pt(Math.max(15, look.signatureSizePt * 1.25))}}`,
    `.gw-items{padding-left:${pt(ITEM_INDENT.firstMarkerPt)}}.gw-items .gw-items{padding-left:${pt(ITEM_INDENT.stepPt)}}`,
    `.gw-items>li>.gw-item>.gw-label{min-width:0}.gw-sheet>*>.gw-items>li>.gw-item>.gw-label{min-width:${pt(ITEM_INDENT.textPt - ITEM_INDENT.firstMarkerPt)}}`,
    `.gw-table{width:${pt(textWidth(page))};border-collapse:collapse;table-layout:fixed}.gw-table td,.gw-table th{border:.6pt solid #000;padding:3pt 4pt;font-weight:400;vertical-align:top}`,
    '.gw-bold{font-weight:700}.gw-new-page{break-before:page}.gw-keep{break-after:avoid}',
    '.gw-mark{position:absolute;top:1.55cm;font-size:12pt}',
    ...(look.bindingLine ? BINDING : []),
    '@media print{.gw-sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none}.gw-sheet::before,.gw-sheet::after,.gw-mark{display:none}}',
    '@media screen and (max-width:620pt){.gw-sheet{width:auto;padding:1.2rem;min-height:0}.gw-sheet::before,.gw-sheet::after{display:none}.gw-table{width:100%}}',
  ].join('\n');
}
