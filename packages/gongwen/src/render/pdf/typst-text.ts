import { mayNotEnd } from '../../layout/kinsoku.ts';
import { type FaceRun, faceRuns, type GlyphNote } from '../fonts/runs.ts';
import type { PdfEngine } from './engine.ts';

/** A string in typst's code. */
export function typstString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, '')}"`;
}

/** A length with the precision that the engine keeps. */
export function typstLength(points: number): string {
  return `${Math.round(points * 1000) / 1000}pt`;
}

/** A point in time, UTC. */
export function typstDate(date: Date): string {
  const day = `year:${date.getUTCFullYear()},month:${date.getUTCMonth() + 1},day:${date.getUTCDate()}`;
  return `datetime(${day},hour:${date.getUTCHours()},minute:${date.getUTCMinutes()},second:${date.getUTCSeconds()})`;
}

/** Writes text as typst markup, run by run in the face that has its characters. */
export interface TextWriter {
  write(text: string): string;
  /** The text of a line: an opening bracket at its start keeps its full width. */
  writeLine(text: string): string;
}

const FULL_WIDTH_OPENING = /^[\u2018\u201c\u3008-\u301d\uff08\uff3b\uff5b]/u;

/** @param note is told of each character without a glyph in its expected face. */
export function createTextWriter(engine: PdfEngine, note: (found: GlyphNote) => void): TextWriter {
  const [base] = engine.chain.han;
  const writeRun = ({ text, face }: FaceRun): string => {
    if (face === base) return `#${typstString(text)};`;
    return `#text(font:${typstString(engine.familyOf(face))},${typstString(text)});`;
  };
  const write = (text: string) => faceRuns(text, engine.chain, note).map(writeRun).join('');
  return {
    write,
    writeLine: (text) =>
      FULL_WIDTH_OPENING.test(text) && mayNotEnd([...text][0] ?? '') ? `#box();${write(text)}` : write(text),
  };
}
