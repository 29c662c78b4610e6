import type { DocumentType } from '../../model/document-type.ts';

/** What a heading such as 嘉禾市政府　函 says. */
export interface Title {
  readonly kind: string;
  readonly subtype?: string;
  /** What stands before the kind, or behind 於: the issuers. */
  readonly issuers: string;
}

/** The words that a heading of the kind can end with. */
const wordsOf = (type: DocumentType): readonly string[] => type.subtypes ?? [type.label];

/** Reads a heading; notes in brackets behind it, such as （稿）, are ignored. */
export function readTitle(line: string, types: readonly DocumentType[]): Title | undefined {
  const memo = /^簽[\s　]*於[\s　]*(.+)$/.exec(line);
  if (memo?.[1]) return { kind: 'memo', issuers: memo[1] };
  const bare = line.replace(/[\s　]*[（(][^（）()]*[）)]$/, '').trim();
  let best: { readonly type: DocumentType; readonly word: string } | undefined;
  for (const type of types) {
    for (const word of wordsOf(type)) {
      const fits = bare === word || (bare.endsWith(word) && /[\s　]$/.test(bare.slice(0, -word.length)));
      if (fits && word.length > (best?.word.length ?? 0)) best = { type, word };
    }
  }
  if (!best) return undefined;
  const issuers = bare.slice(0, bare.length - best.word.length).trim();
  return { kind: best.type.kind, issuers, ...(best.type.subtypes && { subtype: best.word }) };
}

/** Writes a heading. */
export function formatTitle(
  type: DocumentType,
  subtype: string | undefined,
  issuers: readonly string[],
): string {
  const word = type.subtypes ? (subtype ?? type.label) : type.label;
  return `${issuers.join('、')}${issuers.length > 0 ? '　' : ''}${word}`;
}
