import { isCombining, isLatin } from '../../layout/metrics.ts';
import type { FontFace } from './face.ts';
import type { FontChain } from './font-chain.ts';

/** The mark that stands for a character without a glyph (下駄, U+3013). */
export const GETA = '〓';

/** A piece of text in one face. */
export interface FaceRun {
  readonly text: string;
  readonly face: FontFace;
}

/** A character that no face of the chain has, or that one behind the first had to give. */
export interface GlyphNote {
  readonly character: string;
  readonly codePoint: number;
  /** Undefined when no face has it. */
  readonly face: FontFace | undefined;
  readonly expected: FontFace;
}

/**
 * Divides a text by the faces that have its characters. A character that none has becomes {@link GETA} and is noted;
 * so is one that had to come from another face than its script's first.
 */
export function faceRuns(text: string, chain: FontChain, note: (found: GlyphNote) => void): FaceRun[] {
  const runs: { text: string; face: FontFace }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    if (isCombining(codePoint) && last !== undefined) {
      last.text += character;
      continue;
    }
    const expected = chain.preferredFor(codePoint);
    const found = chain.faceFor(codePoint);
    if (found !== expected) note({ character, codePoint, face: found, expected });
    const face = found ?? chain.faceFor(GETA.codePointAt(0) ?? 0) ?? expected;
    const shown = found === undefined ? GETA : character;
    if (last !== undefined && last.face === face) last.text += shown;
    else runs.push({ text: shown, face });
  }
  return runs;
}

/** The same text by script alone, for documents that name two fonts and leave the choice to the program that opens them. */
export function scriptRuns(text: string): { readonly text: string; readonly latin: boolean }[] {
  const runs: { text: string; latin: boolean }[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const latin = isCombining(codePoint) ? (last?.latin ?? false) : isLatin(codePoint);
    if (last !== undefined && last.latin === latin) last.text += character;
    else runs.push({ text: character, latin });
  }
  return runs;
}
