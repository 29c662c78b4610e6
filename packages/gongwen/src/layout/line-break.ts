import { mayNotBegin, mayNotEnd } from './kinsoku.ts';
import { isCombining, isLatin, type TextMetrics } from './metrics.ts';

/** A piece of text that stays on one line. */
interface Unit {
  text: string;
  /** At 1 pt. */
  width: number;
  /** Width without the blanks at its end, which may hang over the margin. */
  inkWidth: number;
}

/** True between two characters of the same unit. */
function joined(before: string, after: string): boolean {
  if (isCombining(after.codePointAt(0) ?? 0)) return true;
  if (after === ' ' || after === '　') return true;
  if (mayNotBegin(after)) return true;
  if (before === ' ' || before === '　') return false;
  if (mayNotEnd(before)) return true;
  if (!isLatin(before.codePointAt(0) ?? 0) || !isLatin(after.codePointAt(0) ?? 0)) return false;
  return !(/[-/]/.test(before) && /[A-Za-z0-9]/.test(after));
}

function splitUnits(text: string, metrics: TextMetrics): Unit[] {
  const units: Unit[] = [];
  let previous = '';
  for (const character of text) {
    const width = metrics.advance(character.codePointAt(0) ?? 0);
    const blank = character === ' ' || character === '　';
    const last = units.at(-1);
    if (last !== undefined && joined(previous, character)) {
      last.text += character;
      last.width += width;
      if (!blank) last.inkWidth = last.width;
    } else {
      units.push({ text: character, width, inkWidth: blank ? 0 : width });
    }
    previous = character;
  }
  return units;
}

/** Cuts a unit that is wider than a whole line, such as a long address on the web. */
function cutUnit(unit: Unit, limit: number, metrics: TextMetrics): Unit[] {
  const pieces: Unit[] = [{ text: '', width: 0, inkWidth: 0 }];
  for (const character of unit.text) {
    const width = metrics.advance(character.codePointAt(0) ?? 0);
    let piece = pieces.at(-1);
    if (piece === undefined || (piece.text !== '' && piece.width + width > limit)) {
      piece = { text: '', width: 0, inkWidth: 0 };
      pieces.push(piece);
    }
    piece.text += character;
    piece.width += width;
    piece.inkWidth = piece.width;
  }
  return pieces;
}

/** Room for rounding, in em: a line that is full to the last character must not lose it. */
const SLACK = 0.001;

/**
 * Breaks a text into lines with 避頭尾: closing marks never begin a line, opening marks never end one, words and
 * numbers stay whole. A line break in the text is kept.
 *
 * @param firstWidth room on the first line, in em of the text.
 * @param width room on the other lines, in em.
 */
export function breakLines(text: string, firstWidth: number, width: number, metrics: TextMetrics): string[] {
  const lines: string[] = [];
  for (const part of text.split('\n')) {
    let line = '';
    let used = 0;
    const room = () => (lines.length === 0 ? firstWidth : width) + SLACK;
    const place = (unit: Unit) => {
      if (line !== '' && used + unit.inkWidth > room()) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += unit.text;
      used += unit.width;
    };
    for (const unit of splitUnits(part, metrics)) {
      if (unit.inkWidth > width + SLACK) for (const piece of cutUnit(unit, width, metrics)) place(piece);
      else place(unit);
    }
    lines.push(line);
  }
  return lines;
}
