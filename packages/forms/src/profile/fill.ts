import type { Form } from '../define/form.ts';
import { type Draft, inputFieldsOf, valueAt, withValueAt } from '../define/paths.ts';
import { type OfficeProfile, profileValue } from './office-profile.ts';

/**
 * Puts the values of an office profile into the empty fields of a form.
 *
 * @param form a form
 * @param profile what the office knows about itself
 * @param draft what is there already; never overwritten
 */
export function fillFromProfile(form: Form, profile: OfficeProfile, draft: Draft = {}): Draft {
  return inputFieldsOf(form).reduce<Draft>((filled, { path, field }) => {
    const value = field.profile === undefined ? undefined : profileValue(profile, field.profile);
    return value === undefined || valueAt(filled, path) !== undefined
      ? filled
      : withValueAt(filled, path, value);
  }, draft);
}
