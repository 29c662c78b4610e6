import { deriveMarker } from '../model/marker.ts';

/** How one level of a list counts. */
export interface ListLevel {
  /** Name of the counting in docx or odt. */
  readonly format: string;
  readonly before: string;
  readonly after: string;
}

/** Depths of the letter's own markers, whose numerals are the ones that lists count with. */
const NUMERAL_DEPTH: readonly (readonly [pattern: RegExp, depth: number])[] = [
  [/^(taiwaneseCounting|chineseCounting|chineseLegal|japaneseCounting|ideographDigital)|^一/, 0],
  [/^decimal|^1$/, 2],
  [/^ideographTraditional$|^甲/, 4],
  [/^ideographZodiac|^子/, 6],
];

/** The marker of a list item as it is printed. @param index from 1. */
export function printedMarker({ format, before, after }: ListLevel, index: number): string {
  const depth = NUMERAL_DEPTH.find(([pattern]) => pattern.test(format))?.[1];
  if (depth === undefined) return '';
  return `${before}${deriveMarker(depth, index - 1).slice(0, -1)}${after}`;
}

/** Counts the items of the lists of a document; an item of one level makes the deeper ones begin anew. */
export function createCounters() {
  const counters = new Map<string, number[]>();
  return (list: string, level: number): number => {
    const counts = counters.get(list) ?? [];
    counters.set(list, counts);
    counts.length = level + 1;
    counts[level] = (counts[level] ?? 0) + 1;
    return counts[level];
  };
}
