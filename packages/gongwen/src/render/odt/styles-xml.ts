import type { LayoutDocument } from '../../layout/document.ts';
import type { BracketWidth } from '../../layout/marker.ts';
import { POINTS_PER_CM } from '../../layout/page.ts';
import { PAGE_NUMBER_FROM_EDGE_CM } from '../../layout/page-furniture.ts';
import { ROLE_STYLES, type Role, type RoleStyle } from '../../layout/role.ts';
import type { SheetDrawings } from '../sheet-drawings.ts';
import { DRAWING_AUTOMATIC_STYLES, DRAWING_STYLES, drawingsXml } from './drawing-xml.ts';
import { listStyleXml } from './list-style.ts';
import {
  type DocumentFonts,
  fontFaces,
  NAMESPACES,
  pt,
  styleName,
  VERSION,
  XML_DECLARATION,
} from './names.ts';

/** What the styles part depends on. */
export interface StylesOptions {
  readonly fonts: DocumentFonts;
  readonly brackets: BracketWidth;
  readonly bodyPitchPt: number;
}

/** No room between Han and digits, marks stay inside the margin, 避頭尾 on. */
function defaultStyle({ han, latin }: DocumentFonts): string {
  const text = [
    `style:font-name="${latin}" style:font-name-asian="${han}" style:font-name-complex="${latin}"`,
    'fo:font-size="16pt" style:font-size-asian="16pt" fo:color="#000000" style:letter-kerning="false"',
    'fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="TW"',
  ].join(' ');
  const paragraph =
    'style:text-autospace="none" style:punctuation-wrap="simple" style:line-break="strict" style:writing-mode="lr-tb" fo:orphans="2" fo:widows="2" fo:hyphenation-ladder-count="no-limit" style:tab-stop-distance="36pt"';
  return `<style:default-style style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:default-style>`;
}

function roleStyle(role: Role, style: RoleStyle, bodyPitchPt: number): string {
  const line = style.sizePt === 16 ? bodyPitchPt : style.linePt;
  const place = [
    `fo:margin-left="${pt(style.leftPt)}" fo:text-indent="${pt(-style.hangingPt)}" fo:margin-right="0pt"`,
    `fo:margin-top="${pt(style.spaceBeforePt)}" fo:margin-bottom="0pt" fo:line-height="${pt(line)}"`,
    `fo:text-align="${style.align === 'center' ? 'center' : 'start'}" style:punctuation-wrap="simple"`,
  ].join(' ');
  const size = `fo:font-size="${pt(style.sizePt)}" style:font-size-asian="${pt(style.sizePt)}"`;
  return `<style:style style:name="${styleName(role)}" style:display-name="${style.styleName}" style:family="paragraph" style:class="text"><style:paragraph-properties ${place}/><style:text-properties ${size}/></style:style>`;
}

function pageLayout(document: LayoutDocument): string {
  const { page } = document;
  const headPt = page.topPt - 27;
  const footPt = PAGE_NUMBER_FROM_EDGE_CM * POINTS_PER_CM;
  const sheet = [
    `fo:page-width="${pt(page.widthPt)}" fo:page-height="${pt(page.heightPt)}" style:print-orientation="portrait"`,
    `fo:margin-top="${pt(headPt)}" fo:margin-bottom="${pt(footPt)}" fo:margin-left="${pt(page.leftPt)}" fo:margin-right="${pt(page.rightPt)}"`,
    'style:writing-mode="lr-tb" style:layout-grid-mode="none"',
  ].join(' ');
  const area = (name: string, heightPt: number, gap: string) =>
    `<style:${name}-style><style:header-footer-properties svg:height="${pt(heightPt)}" ${gap}="0pt" style:dynamic-spacing="false"/></style:${name}-style>`;
  return [
    `<style:page-layout style:name="Gongwen_page"><style:page-layout-properties ${sheet}/>`,
    area('header', page.topPt - headPt, 'fo:margin-bottom'),
    area('footer', page.bottomPt - footPt, 'fo:margin-top'),
    '</style:page-layout>',
  ].join('');
}

/** 第N頁，共M頁, counted by the program that opens the document, at the lower end of the footer. */
function footerXml(document: LayoutDocument): string {
  const number = document.pageNumbers
    ? '第<text:page-number text:select-page="current">1</text:page-number>頁，共<text:page-count>1</text:page-count>頁'
    : '';
  return `<text:p text:style-name="Gongwen_footer">${number}</text:p>`;
}

const headerXml = (drawings: string, mark: string): string =>
  `<style:header><text:p text:style-name="Gongwen_header">${drawings}${mark}</text:p></style:header>`;

/** The header's line is as high as the mark's; the footer's number stands at its lower end. */
function sheetStyles(document: LayoutDocument): string {
  const { page } = document;
  const rise = page.bottomPt - PAGE_NUMBER_FROM_EDGE_CM * POINTS_PER_CM - ROLE_STYLES.pageNumber.linePt;
  const style = (name: string, role: Role, properties: string) =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${styleName(role)}"><style:paragraph-properties ${properties}/></style:style>`;
  return [
    style('Gongwen_header', 'copyMark', 'fo:line-height="15pt"'),
    style('Gongwen_footer', 'pageNumber', `fo:margin-top="${pt(rise)}"`),
  ].join('');
}

/** The styles part: paragraph styles by role, the list, the page with its header and footer. */
export function stylesXml(
  document: LayoutDocument,
  drawings: SheetDrawings,
  mark: string,
  options: StylesOptions,
): string {
  const { fonts, brackets, bodyPitchPt } = options;
  // The table's keys are the roles.
  const roles = Object.entries(ROLE_STYLES).map(([role, style]) =>
    roleStyle(role as Role, style, bodyPitchPt),
  );
  const footer = `<style:footer>${footerXml(document)}</style:footer>`;
  const firstDiffers = mark !== '' || drawings.first !== drawings.rest;
  const master = (name: string, header: string, next: string) =>
    `<style:master-page style:name="${name}" style:page-layout-name="Gongwen_page"${next}>${header}${footer}</style:master-page>`;
  const rest = drawingsXml(drawings.rest);
  const pages = firstDiffers
    ? [
        master(
          'Standard',
          headerXml(drawingsXml(drawings.first), mark),
          ' style:next-style-name="Gongwen_rest"',
        ),
        master('Gongwen_rest', headerXml(rest, ''), ''),
      ]
    : [master('Standard', headerXml(rest, ''), '')];
  return [
    `${XML_DECLARATION}<office:document-styles ${NAMESPACES} ${VERSION}>`,
    fontFaces(fonts),
    `<office:styles>${DRAWING_STYLES}${defaultStyle(fonts)}${roles.join('')}${listStyleXml(fonts, brackets)}</office:styles>`,
    `<office:automatic-styles>${sheetStyles(document)}${DRAWING_AUTOMATIC_STYLES}${pageLayout(document)}</office:automatic-styles>`,
    `<office:master-styles>${pages.join('')}</office:master-styles></office:document-styles>`,
  ].join('\n');
}
