import type { ParagraphBlock } from '../../layout/document.ts';
import { placeLabel } from '../../layout/label.ts';
import { TIMES_AND_SQUARE } from '../../layout/metrics.ts';
import { scriptRuns } from '../fonts/runs.ts';
import { escapeMarkup } from '../markup.ts';
import { type AutomaticStyles, hanEverywhere } from './automatic-styles.ts';
import { type DocumentFonts, pt } from './names.ts';

/** What the body's writer hands from block to block. */
export interface BodyWriter {
  readonly fonts: DocumentFonts;
  readonly styles: AutomaticStyles;
}

/** Marks that programs count to no script and set in the Latin font behind a digit: curly quotes, dashes, circles. */
const AMBIGUOUS = /[\u00b7\u00d7\u00f7\u2000-\u2e7f]/u;

/** Spaces that would be folded, as elements of the format. */
function spaced(text: string): string {
  return escapeMarkup(text).replace(/ {2,}/g, (found) => ` <text:s text:c="${found.length - 1}"/>`);
}

/** Text in the fonts of its scripts; runs with ambiguous marks name the Han font for every script. */
function textXml(text: string, writer: BodyWriter, spacingPt = 0): string {
  const spacing = spacingPt === 0 ? '' : `fo:letter-spacing="${pt(spacingPt)}"`;
  return scriptRuns(text)
    .map((run) => {
      const ambiguous = !run.latin && AMBIGUOUS.test(run.text);
      const properties = [spacing, ambiguous ? hanEverywhere(writer.fonts) : '']
        .filter((part) => part !== '')
        .join(' ');
      if (properties === '') return spaced(run.text);
      return `<text:span text:style-name="${writer.styles.text(properties)}">${spaced(run.text)}</text:span>`;
    })
    .join('');
}

function labelXml(block: ParagraphBlock, writer: BodyWriter): string {
  const { spacingPt, tab } = placeLabel(block, TIMES_AND_SQUARE);
  const characters = [...block.label];
  const last = characters.pop() ?? '';
  return `${textXml(characters.join(''), writer)}${textXml(last, writer, spacingPt)}${tab ? '<text:tab/>' : ''}`;
}

/** One paragraph. @param withLabel false where a list gives the marker. */
export function paragraphXml(
  block: ParagraphBlock,
  writer: BodyWriter,
  withLabel = true,
  breakBefore = false,
): string {
  const heading = block.role === 'title' || block.role === 'memoTitle';
  const element = heading ? 'text:h' : 'text:p';
  const level = heading ? ' text:outline-level="1"' : '';
  const label = withLabel && block.label !== '' ? labelXml(block, writer) : '';
  const text = block.text
    .split('\n')
    .map((line) => textXml(line, writer))
    .join('<text:line-break/>');
  const style = writer.styles.paragraph(block, breakBefore);
  return `<${element} text:style-name="${style}"${level}>${label}${text}</${element}>`;
}
