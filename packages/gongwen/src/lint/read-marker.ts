import { deriveMarker } from '../model/marker.ts';

/** A marker (序號) taken apart. */
export interface ReadMarker {
  readonly series: 'han' | 'arabic' | 'stem' | 'branch' | 'bullet';
  readonly bracket: 'none' | 'half' | 'full';
  readonly value?: number;
  /** Punctuation behind it. */
  readonly tail: string;
}

const HIGHEST = 120;
const SERIES = ['han', 'arabic', 'stem', 'branch'] as const;
const NUMERALS = new Map(
  SERIES.flatMap((series, place) =>
    Array.from({ length: series === 'stem' || series === 'branch' ? 10 : HIGHEST }, (_, index) => {
      const numeral = deriveMarker(place * 2, index).slice(0, -1);
      return [numeral, { series, value: index + 1 }] as const;
    }),
  ),
);

/** Takes a marker apart; whatever is no number of a known series is a bullet. */
export function readMarker(marker: string): ReadMarker {
  const parts = /^([(（]?)\s*([^()（）、.．:：\s]+)\s*([)）]?)(.*)$/su.exec(marker.trim());
  const numeral = parts && NUMERALS.get(parts[2] ?? '');
  if (!parts || !numeral) return { series: 'bullet', bracket: 'none', tail: '' };
  const bracket = parts[1] === '' ? 'none' : parts[1] === '(' && parts[3] === ')' ? 'half' : 'full';
  return { ...numeral, bracket, tail: (parts[4] ?? '').trim() };
}
