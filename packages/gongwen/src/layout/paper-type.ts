import type { LetterBase } from '../model/base.ts';
import type { Letter } from '../model/letter.ts';
import { type Composer, paragraph } from './block.ts';
import type { LayoutBlock } from './document.ts';
import type { LayoutOptions } from './options.ts';
import type { Role } from './role.ts';

/** A document of an agency's own kind. */
export type OwnLetter = LetterBase & { readonly kind: string };

/** Any document that goes on paper: a letter, or an agency's own kind. */
export type PaperLetter = Letter | OwnLetter;

/** Makes the blocks of one field; none where the letter has nothing to say in it. */
export type PaperField<L> = (letter: L, composer: Composer) => readonly LayoutBlock[];

/** How an agency's own kind of document is put on paper. */
export interface PaperType<L extends OwnLetter = OwnLetter> {
  readonly kind: L['kind'];
  /** 文別 — the word after 全銜. */
  readonly heading: string;
  /** Its fields in paper order; those of the letters are in `paperFields`. */
  readonly fields: readonly PaperField<L>[];
}

/** How a letter is put on paper, with the papers of kinds that this package does not know. */
export interface PaperOptions extends LayoutOptions {
  /** Papers of own kinds, by `definePaperType`; one of a known kind replaces that kind's paper. */
  readonly papers?: readonly PaperType[];
}

/**
 * Defines the paper of an own kind; the compiler checks its fields against the model `L`.
 *
 * @returns the value for the option `papers` of every renderer.
 */
export function definePaperType<L extends OwnLetter>(type: PaperType<L>): PaperType {
  const { kind, heading, fields } = type;
  // The renderers call a paper only with letters of its kind.
  return { kind, heading, fields: fields.map((field) => (letter, composer) => field(letter as L, composer)) };
}

/**
 * A field of an own kind: its label and one line of text.
 *
 * @param path where the text stands in the letter, as a JSON pointer; it names the place in issues.
 * @param label with its colon, such as `案號：`.
 * @param textOf the text; an empty one leaves the field out.
 * @param role whose type size and indent it takes. Default `meetingField`: 16 pt, text at 80 pt.
 */
export function labelledField<L>(
  path: string,
  label: string,
  textOf: (letter: L) => string,
  role: Role = 'meetingField',
): PaperField<L> {
  return (letter, composer) => {
    const text = textOf(letter);
    return text === '' ? [] : [paragraph(composer, role, { path, label, text })];
  };
}

/** A field of the letters, for any kind that has the members it reads. */
export function sharedField(field: PaperField<Letter>): PaperField<OwnLetter> {
  // Such a field reads what every letter has, or asks with `in` for what it needs.
  return (letter, composer) => field(letter as Letter, composer);
}
