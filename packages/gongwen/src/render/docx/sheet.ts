import { AlignmentType, Footer, Header, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import type { LayoutDocument } from '../../layout/document.ts';
import { POINTS_PER_CM } from '../../layout/page.ts';
import { PAGE_NUMBER_FROM_EDGE_CM } from '../../layout/page-furniture.ts';
import { scriptRuns } from '../fonts/runs.ts';
import { styleId } from './styles.ts';
import { type DocumentFonts, twips } from './units.ts';

/** Words of a header or footer in the two fonts. */
function textRuns(text: string, { han, latin }: DocumentFonts): TextRun[] {
  return scriptRuns(text).map((run) => {
    const face = run.latin ? latin : han;
    return new TextRun({
      text: run.text,
      font: { ascii: face, hAnsi: face, eastAsia: han, hint: 'eastAsia' },
    });
  });
}

/** Stands in a header for the pictures of its sheet until they are put in. */
export const DRAWINGS_PLACE = { first: '@drawings-first@', rest: '@drawings-rest@' } as const;

/** A header with the place of its pictures and, on page 1, the mark of the copy. */
export function sheetHeader(place: string, mark: string, fonts: DocumentFonts): Header {
  const spacing = { before: 0, after: 0, line: twips(mark === '' ? 10 : 15), lineRule: LineRuleType.EXACT };
  return new Header({
    children: [
      new Paragraph({
        style: styleId('copyMark'),
        spacing,
        children: [new TextRun(place), ...textRuns(mark, fonts)],
      }),
    ],
  });
}

/** 第N頁，共M頁, counted by the program that opens the document. */
export function sheetFooter(document: LayoutDocument, fonts: DocumentFonts): Footer {
  const style = styleId('pageNumber');
  const number = (field: (typeof PageNumber)['CURRENT'] | (typeof PageNumber)['TOTAL_PAGES']) =>
    new TextRun({ children: [field], font: { ascii: fonts.latin, hAnsi: fonts.latin, eastAsia: fonts.han } });
  const children = document.pageNumbers
    ? [
        ...textRuns('第', fonts),
        number(PageNumber.CURRENT),
        ...textRuns('頁，共', fonts),
        number(PageNumber.TOTAL_PAGES),
        ...textRuns('頁', fonts),
      ]
    : [];
  return new Footer({ children: [new Paragraph({ style, alignment: AlignmentType.CENTER, children })] });
}

/** Size, margins, and where header and footer stand. */
export function sheetProperties(document: LayoutDocument, firstPageDiffers: boolean) {
  const { page } = document;
  return {
    titlePage: firstPageDiffers,
    page: {
      size: { width: twips(page.widthPt), height: twips(page.heightPt) },
      margin: {
        top: twips(page.topPt),
        bottom: twips(page.bottomPt),
        left: twips(page.leftPt),
        right: twips(page.rightPt),
        header: twips(page.topPt - 27),
        footer: twips(PAGE_NUMBER_FROM_EDGE_CM * POINTS_PER_CM),
        gutter: 0,
      },
    },
  };
}
