import type { Issue } from '@kcc/validators';
import type { CopyKind, PagedDocument } from '../layout/index.ts';
import type { Letter, Relation } from '../model/letter.ts';
import { DEFAULT_CHOICES, type LintChoices } from './choices.ts';
import { type LetterText, letterText } from './letter-text.ts';
import type { PrintedFile } from './printed.ts';

/** Names and codes of agencies, such as the public address book gives them. */
export type AgencyCodes = ReadonlyMap<string, readonly string[]>;

/** What only the caller can know; a rule that needs it is silent without it. */
export interface Surroundings {
  /** How sender and receiver stand to each other. Default: what the letter says. */
  readonly relation?: Relation;
  /** The day from which dates are judged. */
  readonly asOf?: Date;
  /** Full names and their codes. */
  readonly addressBook?: AgencyCodes;
  /** `rule-making` where the letter drafts or changes rules, whose articles keep Chinese numerals. */
  readonly matter?: 'ordinary' | 'rule-making';
  /** Where the letter is about to go. */
  readonly route?: 'exchange' | 'cloud' | 'paper';
  /** Which copy is checked. */
  readonly copy?: CopyKind;
  /** What the check against the grammar said of the exchange file. */
  readonly grammar?: readonly Issue[];
  /** Whether the declared fonts and the exchange encoding have a character. */
  readonly hasCharacter?: (codePoint: number) => boolean;
  /** Acts with the number of their last article; L009 speaks of no other act. */
  readonly laws?: ReadonlyMap<string, number>;
  /** The letter divided into lines and pages, for the rules of group Y. */
  readonly paged?: PagedDocument;
  /** What was measured in the file for print. */
  readonly printed?: PrintedFile;
}

/** What a rule may know beside the letter. */
export interface LintContext extends Surroundings {
  readonly choices: LintChoices;
  /** True when date, number and addressee must be there: a letter read from exchange files, or on its way out. */
  readonly finished: boolean;
  /** The running text of the letter. */
  readonly text: LetterText;
}

/** What {@link createContext} takes. */
export interface ContextOptions extends Surroundings {
  readonly choices?: Partial<LintChoices>;
  readonly finished?: boolean;
}

const KNOWN = [
  'asOf',
  'addressBook',
  'matter',
  'route',
  'copy',
  'grammar',
  'hasCharacter',
  'laws',
  'paged',
  'printed',
] as const satisfies readonly (keyof Surroundings)[];

/** Prepares what rules look at; one context serves all rules of one letter. */
export function createContext(letter: Letter, options: ContextOptions): LintContext {
  const relation = options.relation ?? letter.relation;
  const known: Partial<Record<keyof Surroundings, unknown>> = {};
  for (const key of KNOWN) if (options[key] !== undefined) known[key] = options[key];
  return {
    // The keys come from the options themselves.
    ...(known as Surroundings),
    ...(relation && { relation }),
    choices: options.choices ? { ...DEFAULT_CHOICES, ...options.choices } : DEFAULT_CHOICES,
    finished: options.finished ?? letter.generation !== undefined,
    text: letterText(letter),
  };
}
