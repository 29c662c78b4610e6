import type { IssueParams, Severity } from '@kcc/validators';
import type { Letter } from '../model/letter.ts';
import type { ContextOptions, LintContext } from './context.ts';

/**
 * What a check needs, so how far to trust it: D the model alone, K a dictionary or pattern on text, C context that the
 * model must carry (relation, deadline …), H a heuristic, R laid-out pages.
 */
export type Tier = 'D' | 'K' | 'C' | 'H' | 'R';

/** A change of the letter: a whole value, or with `range` a part of a text. */
export interface Edit {
  /** JSON pointer into the letter. */
  readonly path: string;
  /** Start and end in UTF-16 code units; without it the whole value is replaced. */
  readonly range?: readonly [start: number, end: number];
  /** The new value; undefined removes the field or list entry. */
  readonly value: unknown;
}

/** One place where a rule is broken. */
export interface Finding {
  /** JSON pointer into the letter. */
  readonly path: string;
  readonly range?: readonly [start: number, end: number];
  readonly params?: IssueParams;
  /** Changes that mend it. */
  readonly edits?: readonly Edit[];
  /** False where the change might alter the meaning at this place, although the rule's changes are safe in general. */
  readonly safe?: false;
}

/** A short text as people read it, and the letter that carries it. */
export interface Example {
  readonly shown: string;
  readonly letter: Letter;
  /** What the caller says beside the letter, where the rule needs it. */
  readonly context?: ContextOptions;
}

/** A rule of official letters as a value; pass own ones to `lintLetter`. */
export interface Rule {
  /** `GW-` + group letter + three digits; an agency's own rules take another beginning. */
  readonly id: string;
  readonly severity: Severity;
  readonly tier: Tier;
  /** What the rule asks for, zh-TW. */
  readonly title: string;
  /** zh-TW template: what was found and what to do; `{name}` is filled from the finding's params. */
  readonly message: string;
  /** Clause and edition. */
  readonly source: string;
  /** Whether `fixLetter` may mend it unasked, a change is only offered, or there is none. */
  readonly fix: 'safe' | 'offered' | 'none';
  /** True for a rule that speaks only when a profile or the caller asks for it. */
  readonly optIn?: true;
  /** Kinds of letter it speaks about; all when absent. */
  readonly kinds?: readonly string[];
  /** Letters that break it; used as its tests. */
  readonly bad: readonly Example[];
  /** Letters that keep it, the nearest misses among them. */
  readonly good: readonly Example[];
  check(letter: Letter, context: LintContext): readonly Finding[];
}
