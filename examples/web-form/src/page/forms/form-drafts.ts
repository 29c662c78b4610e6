import {
  type Draft,
  type Form,
  fillFromProfile,
  forms,
  inputFieldsOf,
  type OfficeProfile,
  savableDraft,
  valueAt,
} from '@kcc/forms';
import type { Keep } from '../storage.ts';

const keyOf = (form: Form): string => `form:${form.id}`;
const KEEP_PERSONAL = 'forms-keep-personal';

/** Data of forms in this browser: never secrets, contact data of persons only when asked for. */
export interface FormDrafts {
  readonly keepPersonal: boolean;
  setKeepPersonal(value: boolean): void;
  read(form: Form): Draft;
  save(form: Form, data: Draft): boolean;
  clear(form: Form): void;
  /** What is saved, with what other forms know about the office in the empty fields. */
  start(form: Form): Draft;
}

export function createFormDrafts(keep: Keep): FormDrafts {
  const read = (form: Form): Draft => {
    const value = keep.read(keyOf(form));
    // Whatever stands there is checked by the form like typed input.
    return typeof value === 'object' && value !== null ? (value as Draft) : {};
  };
  const keepPersonal = (): boolean => keep.read(KEEP_PERSONAL) === true;
  return {
    get keepPersonal() {
      return keepPersonal();
    },
    setKeepPersonal(value) {
      keep.write(KEEP_PERSONAL, value);
      if (value) return;
      for (const form of forms) {
        const kept = keep.read(keyOf(form));
        if (kept !== undefined) keep.write(keyOf(form), savableDraft(form, read(form)));
      }
    },
    read,
    save: (form, data) => keep.write(keyOf(form), savableDraft(form, data, { keepPersonal: keepPersonal() })),
    clear: (form) => keep.remove(keyOf(form)),
    start: (form) => fillFromProfile(form, profileOf(read), read(form)),
  };
}

/** What the saved forms know about the office and its contact. */
function profileOf(read: (form: Form) => Draft): OfficeProfile {
  const profile: Record<'office' | 'contact', Record<string, unknown>> = { office: {}, contact: {} };
  for (const form of forms) {
    const draft = read(form);
    for (const { path, field } of inputFieldsOf(form)) {
      const value = valueAt(draft, path);
      const [part, name = ''] = (field.profile ?? '').split('.');
      if (value === undefined || value === '' || (part !== 'office' && part !== 'contact')) continue;
      profile[part][name] ??= value;
    }
  }
  // The values are as they were typed; the form that takes them checks them like typed input.
  return profile as OfficeProfile;
}
