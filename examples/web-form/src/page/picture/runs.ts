import { isLatin, measureText, TIMES_AND_SQUARE } from '@kcc/gongwen';
import { svg } from '../dom.ts';

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * A line of text as the layout measured it: every character has its own place, so that the picture keeps the lines and
 * gaps of the paper whatever font the computer has.
 *
 * @param xPt left edge, in points from the left edge of the sheet
 * @param yPt baseline
 */
export function textLine(text: string, xPt: number, yPt: number, sizePt: number, bold = false): SVGElement[] {
  const runs: { latin: boolean; text: string; places: number[] }[] = [];
  let x = xPt;
  for (const character of text) {
    const latin = isLatin(character.codePointAt(0) ?? 0);
    let run = runs.at(-1);
    if (run === undefined || run.latin !== latin) {
      run = { latin, text: '', places: [] };
      runs.push(run);
    }
    run.text += character;
    // SVG counts places in UTF-16 code units.
    for (let unit = 0; unit < character.length; unit += 1) run.places.push(round(x));
    x += measureText(character, TIMES_AND_SQUARE) * sizePt;
  }
  return runs
    .filter((run) => run.text.trim() !== '')
    .map((run) =>
      svg(
        'text',
        {
          x: run.places.join(' '),
          y: round(yPt),
          'font-size': sizePt,
          class: `${run.latin ? 'latin' : 'han'}${bold ? ' bold' : ''}`,
        },
        run.text,
      ),
    );
}
