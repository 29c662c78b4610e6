import type { Letter, Relation } from '../model/letter.ts';
import { type LetterText, letterText } from './letter-text.ts';

/** Points on which the official sources differ or agencies may choose, with the default of each. */
export interface LintChoices {
  /** Width of the brackets of `(一)` (C3). Default `half`. */
  readonly brackets: 'half' | 'full';
  /** Deepest level of items; the handbook has four. */
  readonly maxLevels: number;
  /** Characters after which 主旨 counts as long. */
  readonly subjectLength: number;
  /** Addressees from which a list on its own page is advised. */
  readonly manyRecipients: number;
  /** True where 受文者 may read 如正副本行文單位 on the copy that is checked (C4). Default true: the master. */
  readonly collectiveAddressee: boolean;
}

/** The choices as the sources propose them. */
export const DEFAULT_CHOICES: LintChoices = {
  brackets: 'half',
  maxLevels: 4,
  subjectLength: 100,
  manyRecipients: 20,
  collectiveAddressee: true,
};

/** Names and codes of agencies, such as the public address book gives them. */
export type AgencyCodes = ReadonlyMap<string, readonly string[]>;

/** What a rule may know beside the letter. */
export interface LintContext {
  readonly choices: LintChoices;
  /** How sender and receiver stand to each other; rules that need it are silent without it. */
  readonly relation?: Relation;
  /** The day from which dates are judged. */
  readonly asOf?: Date;
  /** True when date, number and addressee must be there: a letter read from exchange files, or on its way out. */
  readonly finished: boolean;
  readonly addressBook?: AgencyCodes;
  /** The running text of the letter. */
  readonly text: LetterText;
}

/** What {@link createContext} takes. */
export interface ContextOptions {
  readonly choices?: Partial<LintChoices>;
  readonly relation?: Relation;
  readonly asOf?: Date;
  readonly finished?: boolean;
  readonly addressBook?: AgencyCodes;
}

/** Prepares what rules look at; one context serves all rules of one letter. */
export function createContext(letter: Letter, options: ContextOptions): LintContext {
  const relation = options.relation ?? letter.relation;
  return {
    choices: { ...DEFAULT_CHOICES, ...options.choices },
    ...(relation && { relation }),
    ...(options.asOf && { asOf: options.asOf }),
    finished: options.finished ?? letter.generation !== undefined,
    ...(options.addressBook && { addressBook: options.addressBook }),
    text: letterText(letter),
  };
}
