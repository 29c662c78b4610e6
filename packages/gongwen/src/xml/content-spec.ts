import { isName } from './characters.ts';
export type Occurrence = '' | '?' | '*' | '+';

/** A content particle of a DTD content model. */
export type Particle =
  | { readonly type: 'name'; readonly name: string; readonly occurs: Occurrence }
  | {
      readonly type: 'sequence' | 'choice';
      readonly parts: readonly Particle[];
      readonly occurs: Occurrence;
    };

/** What an element may contain. */
export type ContentSpec =
  | { readonly type: 'empty' }
  | { readonly type: 'any' }
  /** Text, with any of the named elements in any order. */
  | { readonly type: 'mixed'; readonly names: readonly string[] }
  | { readonly type: 'children'; readonly particle: Particle };

/** Where a content model stops being one. */
export class ContentSpecError extends Error {
  readonly offset: number;
  readonly expected: string;

  constructor(offset: number, expected: string) {
    super(`content model: expected ${expected} at ${offset}`);
    this.offset = offset;
    this.expected = expected;
  }
}

const MAX_NESTING = 100;

/**
 * Parses a content model in DTD notation: `EMPTY`, `ANY`, `(#PCDATA)`, `(#PCDATA|甲)*`, `(甲,(乙|丙)?,丁*)`.
 *
 * @param text The model; white space is allowed where the DTD allows it.
 * @returns The model and the offset behind it.
 * @throws ContentSpecError where the notation is broken.
 */
export function parseContentSpec(
  text: string,
  from = 0,
): { readonly spec: ContentSpec; readonly end: number } {
  if (text.startsWith('EMPTY', from)) return { spec: { type: 'empty' }, end: from + 5 };
  if (text.startsWith('ANY', from)) return { spec: { type: 'any' }, end: from + 3 };
  if (text[from] !== '(') throw new ContentSpecError(from, 'EMPTY, ANY, (');
  const inside = skipSpace(text, from + 1);
  if (text.startsWith('#PCDATA', inside)) return parseMixed(text, inside + 7);
  const { particle, end } = parseGroup(text, from, 0);
  return { spec: { type: 'children', particle }, end };
}

function parseMixed(text: string, from: number): { readonly spec: ContentSpec; readonly end: number } {
  const names: string[] = [];
  let at = skipSpace(text, from);
  while (text[at] === '|') {
    const nameFrom = skipSpace(text, at + 1);
    const nameTo = endOfName(text, nameFrom);
    if (nameTo === nameFrom) throw new ContentSpecError(nameFrom, 'name');
    names.push(text.slice(nameFrom, nameTo));
    at = skipSpace(text, nameTo);
  }
  if (text[at] !== ')') throw new ContentSpecError(at, '|, )');
  const star = text[at + 1] === '*';
  if (names.length > 0 && !star) throw new ContentSpecError(at + 1, '*');
  return { spec: { type: 'mixed', names }, end: at + (star ? 2 : 1) };
}

interface Parsed {
  readonly particle: Particle;
  readonly end: number;
}

/** Parses `( … )` with its occurrence mark; `from` is the bracket. */
function parseGroup(text: string, from: number, nesting: number): Parsed {
  if (nesting > MAX_NESTING) throw new ContentSpecError(from, `at most ${MAX_NESTING} brackets`);
  const parts: Particle[] = [];
  let separator = '';
  let at = from;
  do {
    const part = parseParticle(text, skipSpace(text, at + 1), nesting);
    parts.push(part.particle);
    at = skipSpace(text, part.end);
    const next = text[at] ?? '';
    if (next === ')') break;
    if ((next !== ',' && next !== '|') || (separator !== '' && next !== separator)) {
      throw new ContentSpecError(at, separator === '' ? ', | )' : `${separator} )`);
    }
    separator = next;
  } while (at < text.length);
  const occurs = occurrence(text, at + 1);
  const type = separator === '|' ? 'choice' : 'sequence';
  return { particle: { type, parts, occurs }, end: at + 1 + occurs.length };
}

function parseParticle(text: string, from: number, nesting: number): Parsed {
  if (text[from] === '(') return parseGroup(text, from, nesting + 1);
  const end = endOfName(text, from);
  if (end === from) throw new ContentSpecError(from, 'name, (');
  const occurs = occurrence(text, end);
  return { particle: { type: 'name', name: text.slice(from, end), occurs }, end: end + occurs.length };
}

function occurrence(text: string, at: number): Occurrence {
  const mark = text[at];
  return mark === '?' || mark === '*' || mark === '+' ? mark : '';
}

/** Offset behind the name at `from`; a model's names end at its punctuation and white space. */
function endOfName(text: string, from: number): number {
  let end = from;
  while (end < text.length && !/[\s(),|?*+<>%#]/.test(text[end] ?? '')) end += 1;
  return isName(text.slice(from, end)) ? end : from;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/[\t\n\r ]/.test(text[at] ?? '')) at += 1;
  return at;
}
