import { type PageGeometry, textWidth } from '../../layout/page.ts';
import { ITEM_INDENT, ROLE_STYLES, SECTION_INDENTS } from '../../layout/role.ts';

/** What the style sheet of a letter depends on. */
export interface SheetLook {
  readonly page: PageGeometry;
  readonly bodyPitchPt: number;
  readonly signatureSizePt: number;
  readonly bindingLine: boolean;
  readonly pageNumbers: boolean;
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

/** The label stands in the hanging indent; the text beside it wraps under itself. */
function labelRules(): string[] {
  const widths = Object.entries(ROLE_STYLES)
    .filter(([role, style]) => style.hangingPt > 0 && role !== 'item' && role !== 'section')
    .map(([role, style]) => `.gw-${role}>.gw-label{min-width:${pt(style.hangingPt)}}`);
  const sections = Object.entries(SECTION_INDENTS).map(
    ([characters, width]) => `.gw-section>.gw-label-${characters}{min-width:${pt(width)}}`,
  );
  return [...widths, ...sections];
}

const BINDING = [
  '.gw-sheet::before,.gw-sheet::after{position:absolute;left:1.5cm;width:0;content:"";border-left:1px dotted #000}',
  '.gw-sheet::before{top:2.5cm;bottom:2.5cm}',
  '.gw-sheet::after{top:0;bottom:0;border:0;width:1em;margin-left:-.5em;font-size:12pt;text-align:center;',
  'content:"裝\\A 訂\\A 線";white-space:pre;line-height:8cm;padding-top:4.5cm;box-sizing:border-box}',
];

/** CSS for screen and paper. */
export function styleSheet(look: SheetLook): string {
  const { page } = look;
  const number = look.pageNumbers
    ? '@bottom-center{font:10pt "Times New Roman","標楷體",serif;content:"第" counter(page) "頁，共" counter(pages) "頁"}'
    : '';
  const margins = `${pt(page.topPt)} ${pt(page.rightPt)} ${pt(page.bottomPt)} ${pt(page.leftPt)}`;
  return [
    `@page{size:A4;margin:${margins};${number}}`,
    `.gw-sheet{position:relative;box-sizing:border-box;width:${pt(page.widthPt)};min-height:${pt(page.heightPt)};margin:1rem auto;padding:${margins};background:#fff;color:#000;box-shadow:0 1px 6px #0004;`,
    `font-family:${look.latinFonts},${look.hanFonts},serif;line-break:strict;text-autospace:no-autospace;font-kerning:none;orphans:2;widows:2;overflow-wrap:break-word}`,
    '.gw-sheet h1,.gw-sheet h2,.gw-sheet p,.gw-sheet dl,.gw-sheet dt,.gw-sheet dd,.gw-sheet ol{margin:0;padding:0;font-weight:400;list-style:none}',
    '.gw-row{display:flex}.gw-label{flex:none;white-space:pre}.gw-text{flex:1;min-width:0;white-space:pre-line}',
    ...roleRules(look),
    ...labelRules(),
    `.gw-signature{font-size:${pt(look.signatureSizePt)};line-height:${pt(Math.max(15, look.signatureSizePt * 1.25))}}`,
    `.gw-items{padding-left:${pt(ITEM_INDENT.firstMarkerPt)}!important}.gw-items .gw-items{padding-left:${pt(ITEM_INDENT.stepPt)}!important}`,
    `.gw-items>li>.gw-item>.gw-label{min-width:0}.gw-sheet>*>.gw-items>li>.gw-item>.gw-label{min-width:${pt(ITEM_INDENT.textPt - ITEM_INDENT.firstMarkerPt)}}`,
    `.gw-table{width:${pt(textWidth(page))};border-collapse:collapse;table-layout:fixed}.gw-table td,.gw-table th{border:.6pt solid #000;padding:3pt 4pt;font-weight:400;vertical-align:top}`,
    '.gw-bold{font-weight:700!important}.gw-new-page{break-before:page}.gw-keep{break-after:avoid}',
    '.gw-mark{position:absolute;top:1.55cm;font-size:12pt}',
    ...(look.bindingLine ? BINDING : []),
    '@media print{.gw-sheet{width:auto;min-height:0;margin:0;padding:0;box-shadow:none}.gw-sheet::before,.gw-sheet::after{position:fixed;left:-1cm}.gw-mark{top:-1cm}}',
    '@media screen and (max-width:620pt){.gw-sheet{width:auto;padding:1.2rem;min-height:0}.gw-sheet::before,.gw-sheet::after{display:none}.gw-table{width:100%}}',
  ].join('\n');
}
