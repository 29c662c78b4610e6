import type { DraftReport } from '../draft-report.ts';
import type { Located, LocatedEntry, Place } from '../located.ts';

/** One line of a plain draft behind its label. */
export interface Line {
  readonly text: string;
  readonly place: Place;
}

export type LetterEntries = ReadonlyMap<string, LocatedEntry>;

/** A labelled part of a plain draft, such as 受文者, and the fields of the model that it stands for. */
export interface PlainPart {
  readonly fields: readonly string[];
  /** Label it is written with. */
  readonly label: string;
  /** Label in a kind of letter that has its own word for it. */
  labelFor?(kind: string): string;
  /** Other labels it is read from. */
  readonly aliases?: readonly string[];
  /** Where it stands: above the subject, or anywhere. */
  readonly zone: 'head' | 'any';
  /** True when its label may stand on several lines. */
  readonly repeatable?: boolean;
  /** True for names in a row, behind which a line without a label is a signature. */
  readonly listed?: boolean;
  /** Lines for the fields' values, none when they are absent or have no plain form. */
  format(letter: LetterEntries): readonly string[];
  read(lines: readonly Line[], report: DraftReport): readonly (readonly [field: string, value: Located])[];
}

export const textAt = (entries: LetterEntries | undefined, field: string): string | undefined => {
  const value = entries?.get(field)?.value;
  return value?.type === 'text' ? value.value : undefined;
};

export const listAt = (entries: LetterEntries, field: string): readonly Located[] => {
  const value = entries.get(field)?.value;
  return value?.type === 'list' ? value.items : [];
};

export const entriesOf = (value: Located | undefined): LetterEntries | undefined =>
  value?.type === 'record' ? value.entries : undefined;

/** A record value from plain texts; undefined ones are left out. */
export function recordOf(
  fields: Readonly<Record<string, string | Located | undefined>>,
  place: Place,
): Located {
  const entries = new Map<string, LocatedEntry>();
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    entries.set(key, { value: typeof value === 'string' ? { type: 'text', value, place } : value, place });
  }
  return { type: 'record', entries, place };
}

export const textValue = ({ text, place }: Line): Located => ({ type: 'text', value: text, place });

/** Lines joined to one text, as a clerk's wrapped line was meant. */
export function joinLines(lines: readonly Line[]): Line | undefined {
  const [first, ...rest] = lines;
  if (!first) return undefined;
  return {
    text: rest.reduce((text, line) => joinText(text, line.text), first.text).trim(),
    place: first.place,
  };
}

/** Two pieces of a wrapped text: Chinese joins without a gap, Latin words with a blank. */
export function joinText(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const latin = /[\u0021-\u007e]$/.test(before) && /^[\u0021-\u007e]/.test(after);
  return `${before}${latin ? ' ' : ''}${after}`;
}
