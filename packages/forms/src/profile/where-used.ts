import type { Form } from '../define/form.ts';
import { type Draft, inputFieldsOf, valueAt } from '../define/paths.ts';
import { type OfficeProfile, profileValue } from './office-profile.ts';

/** A place where a value of the profile stands. */
export interface ProfileUse {
  readonly key: string;
  readonly form: string;
  readonly path: string;
  readonly label: string;
}

/**
 * The places where a value of the profile is used: what has to be filed anew when it changes.
 *
 * @param key such as `office.address`
 * @param forms the forms to look in
 */
export function whereUsed(key: string, forms: readonly Form[]): ProfileUse[] {
  return forms.flatMap((form) =>
    inputFieldsOf(form).flatMap(({ path, field }) =>
      field.profile === key ? [{ key, form: form.id, path, label: field.label }] : [],
    ),
  );
}

/** A paper: a form with its data. */
export interface Paper {
  readonly form: Form;
  readonly data: Draft;
}

/** A place whose value is not the one of the profile. */
export interface ProfileDifference extends ProfileUse {
  readonly inProfile: unknown;
  readonly onPaper: unknown;
}

/** The places on papers that say something else than the profile, such as an old address. */
export function profileDifferences(profile: OfficeProfile, papers: readonly Paper[]): ProfileDifference[] {
  return papers.flatMap(({ form, data }) =>
    inputFieldsOf(form).flatMap(({ path, field }): ProfileDifference[] => {
      if (field.profile === undefined) return [];
      const inProfile = profileValue(profile, field.profile);
      const onPaper = valueAt(data, path);
      if (inProfile === undefined || onPaper === undefined || same(inProfile, onPaper)) return [];
      return [{ key: field.profile, form: form.id, path, label: field.label, inProfile, onPaper }];
    }),
  );
}

function same(first: unknown, second: unknown): boolean {
  const flat = (value: unknown) =>
    typeof value === 'object' && value !== null ? JSON.stringify(Object.entries(value).sort()) : value;
  return flat(first) === flat(second);
}
