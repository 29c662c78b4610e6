import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { element } from '../../xml/element.ts';
import { type FilledTemplate, fillOffice, type TemplateKind } from '../template/fill-template.ts';

const DOCX: TemplateKind = {
  paragraphs: new Set(['w:p']),
  textElement: 'w:t',
  mainPart: 'word/document.xml',
  parts: /^word\/(document|header\d*|footer\d*)\.xml$/,
  lineBreak: (_text, lines) =>
    lines.flatMap((line, index) => [
      ...(index === 0 ? [] : [element('w:br')]),
      element('w:t', { 'xml:space': 'preserve' }, [line]),
    ]),
};

/**
 * Fills an agency's own docx: `{{主旨}}`, `{{受文者}}`, `{{說明}}`, `{{本文}}` … in the text, header and footer.
 *
 * A paragraph that is nothing but a field of several lines is repeated for each line, in its own style.
 *
 * @param template the docx; it is not changed.
 * @returns the filled file, with an issue for each field that is unknown and each part of the letter without a field.
 */
export function fillDocxTemplate(
  template: Uint8Array,
  letter: PaperLetter,
  options: PaperOptions = {},
): FilledTemplate {
  return fillOffice(template, letter, DOCX, options);
}
