import type { ParagraphBlock } from '../../layout/document.ts';
import { placeLabel } from '../../layout/label.ts';
import { TIMES_AND_SQUARE } from '../../layout/metrics.ts';
import { ROLE_STYLES } from '../../layout/role.ts';
import { scriptRuns } from '../fonts/runs.ts';
import { escapeMarkup } from '../markup.ts';
import { styleId } from './styles.ts';
import { type DocumentFonts, twips } from './units.ts';

/** How the body is written. */
export interface BodyOptions {
  readonly fonts: DocumentFonts;
  /** Number of each list in the document's list definitions; empty where markers are text. */
  readonly lists: readonly number[];
}

/** What sets a run apart from its paragraph's style. */
interface RunLook {
  readonly spacingPt: number;
  /** The rest of the run properties, in the schema's order behind the spacing. */
  readonly size: string;
  readonly bold: string;
}

/**
 * Text as runs, Han and Latin apart.
 *
 * A Han run names the Han font for every script: curly quotes, dashes and circles would take the Latin one else.
 */
function runs(text: string, { han, latin }: DocumentFonts, look: RunLook): string {
  const spacing = look.spacingPt === 0 ? '' : `<w:spacing w:val="${twips(look.spacingPt)}"/>`;
  return scriptRuns(text)
    .map((run) => {
      const face = run.latin ? latin : han;
      const hint = run.latin ? '' : ' w:hint="eastAsia"';
      const fonts = `<w:rFonts${hint} w:ascii="${face}" w:hAnsi="${face}" w:eastAsia="${han}"/>`;
      const properties = `<w:rPr>${fonts}${look.bold}${spacing}${look.size}</w:rPr>`;
      return `<w:r>${properties}<w:t xml:space="preserve">${escapeMarkup(run.text)}</w:t></w:r>`;
    })
    .join('');
}

/** A field's name or a literal marker, its last character spaced so that the text starts at its edge. */
function labelRuns(block: ParagraphBlock, fonts: DocumentFonts, look: RunLook): string {
  const { spacingPt, tab } = placeLabel(block, TIMES_AND_SQUARE);
  const characters = [...block.label];
  const last = characters.pop() ?? '';
  const first = runs(characters.join(''), fonts, look);
  return `${first}${runs(last, fonts, { ...look, spacingPt })}${tab ? '<w:r><w:tab/></w:r>' : ''}`;
}

function properties(block: ParagraphBlock, listNumber: number | undefined, breakBefore: boolean): string {
  const style = ROLE_STYLES[block.role];
  const parts = [`<w:pStyle w:val="${styleId(block.role)}"/>`];
  if (block.keepWithNext) parts.push('<w:keepNext/>');
  if (breakBefore) parts.push('<w:pageBreakBefore/>');
  if (block.list !== undefined && listNumber !== undefined) {
    parts.push(
      `<w:numPr><w:ilvl w:val="${block.list.level - 1}"/><w:numId w:val="${listNumber}"/></w:numPr>`,
    );
  }
  const before =
    block.spaceBeforePt === style.spaceBeforePt ? '' : ` w:before="${twips(block.spaceBeforePt)}"`;
  parts.push(`<w:spacing${before} w:line="${twips(block.linePt)}" w:lineRule="exact"/>`);
  parts.push(`<w:ind w:left="${twips(block.leftPt)}" w:hanging="${twips(block.hangingPt)}"/>`);
  if (block.align !== style.align) parts.push(`<w:jc w:val="${block.align}"/>`);
  return `<w:pPr>${parts.join('')}</w:pPr>`;
}

/** One paragraph of the body. */
export function paragraphXml(block: ParagraphBlock, options: BodyOptions, breakBefore = false): string {
  const { fonts, lists } = options;
  const listNumber = block.list === undefined ? undefined : lists[block.list.id];
  const halfPoints = block.sizePt * 2;
  const look: RunLook = {
    spacingPt: 0,
    size:
      block.sizePt === ROLE_STYLES[block.role].sizePt
        ? ''
        : `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
    bold: block.bold ? '<w:b/>' : '',
  };
  const label = block.label === '' || listNumber !== undefined ? '' : labelRuns(block, fonts, look);
  const text = block.text
    .split('\n')
    .map((line) => runs(line, fonts, look))
    .join('<w:r><w:br/></w:r>');
  return `<w:p>${properties(block, listNumber, breakBefore)}${label}${text}</w:p>`;
}
