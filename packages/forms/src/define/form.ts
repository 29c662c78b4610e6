import type { OfficialLetter } from '@kcc/gongwen';
import type { Sheet } from '../sheet/sheet.ts';
import type { FormContext, FormRule } from './rule.ts';
import type { DataOf, DraftOf, SectionMap } from './section.ts';

/** A part of a form that is not certain: repaired from a damaged copy, or never seen in the original. */
export interface Mark {
  /** Id of the specification, such as `J4.2`. */
  readonly id: string;
  readonly kind: 'repaired' | 'unverified' | 'outdated';
  /** What is uncertain and what to compare, zh-TW. */
  readonly note: string;
}

/** How an output is made, besides the data. */
export interface PrintContext extends FormContext {
  /** Prints secrets where the form is made for them (用戶代碼函). Default false. */
  readonly includeSecrets: boolean;
  /** Fixed texts with the half-width punctuation of the record, or with the full-width one of printed Chinese. */
  readonly punctuation: 'as-recorded' | 'full-width';
}

/** What a form can be turned into. */
export interface FormOutputs<Data> {
  /** The official paper form; values that are missing leave their place empty. */
  sheet?(data: DraftOf<Data>, context: PrintContext): Sheet;
  /** A letter (函). */
  letter?(data: Data, context: PrintContext): OfficialLetter;
}

/** One official form edition: everything that is known about it, as one value. */
export interface Form<Id extends string = string, Sections extends SectionMap = SectionMap> {
  readonly id: Id;
  /** Official name. */
  readonly title: string;
  /** Who it is for and what it does, zh-TW, one sentence. */
  readonly purpose: string;
  readonly edition: string;
  /** Days on which this edition is in force, ISO; open ends are unknown or unlimited. */
  readonly effective: { readonly from?: string; readonly to?: string };
  /** Where the edition is known from. */
  readonly source: string;
  /** Day on which the source was last compared, ISO. */
  readonly verifiedOn: string;
  readonly sections: Sections;
  readonly rules: readonly FormRule<DataOf<Sections>>[];
  readonly outputs: FormOutputs<DataOf<Sections>>;
  readonly marks: readonly Mark[];
  /** True for the one paper that is made to carry a secret; every other form never prints one. */
  readonly printsSecrets?: boolean;
  /** Ids of the specification met by the form as a whole (titles, fixed texts), beside those of its fields and rules. */
  readonly sources: readonly string[];
}

/** The data type of a form. */
export type FormData<F extends Form> = DataOf<F['sections']>;

/** Looks a form over when it is defined: a path of a rule that names no field is the author's mistake. */
function assertRulePaths(form: Form): void {
  for (const rule of form.rules) {
    for (const path of rule.paths) {
      const [, sectionId = '', fieldId = ''] = path.split('/');
      if (form.sections[sectionId]?.fields[fieldId] === undefined) {
        throw new TypeError(`form ${form.id}: rule ${rule.id} names ${path}, which is no field of the form`);
      }
    }
  }
}

/**
 * Makes a form from its parts. The result is plain data: change it by spreading it into a new value.
 *
 * @param form identity, sections with their fields, rules and outputs
 * @returns the same value with its exact type
 * @throws TypeError when a rule names a field that the form does not have
 */
export function defineForm<const Id extends string, const Sections extends SectionMap>(
  form: Form<Id, Sections>,
): Form<Id, Sections> {
  assertRulePaths(form);
  return form;
}
