import type { Form } from './form.ts';
import { type Draft, inputFieldsOf, withValueAt } from './paths.ts';

/** What a saved draft may hold. Secrets are never kept. */
export interface DraftPolicy {
  /** Keeps contact data of persons (個資). Default false. */
  readonly keepPersonal?: boolean;
}

/**
 * The part of the data that may be saved: never secrets, contact data of persons only when asked for.
 *
 * @param form the form the data belong to
 * @param data section → field → value
 * @param policy whether contact data are kept
 */
export function savableDraft(form: Form, data: Draft, policy: DraftPolicy = {}): Draft {
  return inputFieldsOf(form).reduce<Draft>((draft, { path, field }) => {
    const drop = field.secret === true || (field.personal === true && policy.keepPersonal !== true);
    return drop ? withValueAt(draft, path, undefined) : draft;
  }, data);
}

/** The data without secrets, contact data included: what may be shown or handed to other papers. */
export function withoutSecrets(form: Form, data: Draft): Draft {
  return savableDraft(form, data, { keepPersonal: true });
}
