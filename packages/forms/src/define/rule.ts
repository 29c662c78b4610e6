import type { Issue, Severity } from '@kcc/validators';
import type { Council } from '../facts/council.ts';
import type { DraftOf } from './section.ts';

/** What a rule may look at besides the data. */
export interface FormContext {
  /** The day whose rules and fees apply, ISO `YYYY-MM-DD`. */
  readonly asOf: string;
  /** 主管機關 of the applicant: who reviews, where papers go. */
  readonly council: Council;
  /** Looks a 機關代碼 up in an address book; absent when none is at hand. */
  readonly lookUpAgency?: (code: string) => { readonly name: string; readonly status?: string } | undefined;
}

/** A named rule over several fields, as data: a form lists its rules, a program may drop, add or read them. */
export interface FormRule<Data = Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  readonly id: string;
  readonly severity: Severity;
  /** What must hold, zh-TW, one sentence. */
  readonly title: string;
  /** Paths of the fields it speaks of, such as `/cards/primary`. */
  readonly paths: readonly string[];
  /** Ids of the specification, such as `R12`. */
  readonly sources: readonly string[];
  /** Values may be missing or, where their own check failed, left out; the rule then has nothing to say. */
  run(data: DraftOf<Data>, context: FormContext): readonly Issue[];
}
