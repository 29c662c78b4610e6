import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { element, text } from '../../xml/element.ts';
import { type FilledTemplate, fillOffice, type TemplateKind } from '../template/fill-template.ts';

const ODT: TemplateKind = {
  paragraphs: new Set(['text:p', 'text:h']),
  mainPart: 'content.xml',
  parts: /^(content|styles)\.xml$/,
  lineBreak: (_text, lines) =>
    lines.flatMap((line, index) => [...(index === 0 ? [] : [element('text:line-break')]), text(line)]),
};

/**
 * Fills an agency's own odt; fields and results as `fillDocxTemplate` of the docx subpath has them.
 *
 * @param template the odt; it is not changed.
 */
export function fillOdtTemplate(
  template: Uint8Array,
  letter: PaperLetter,
  options: PaperOptions = {},
): FilledTemplate {
  return fillOffice(template, letter, ODT, options);
}
