import { type FormErrorCode, formErrors } from './form-errors.ts';

/** Something outside the data went wrong while a form was handled. */
export class FormError extends Error {
  override readonly name = 'FormError';
  readonly code: FormErrorCode;
  readonly category: (typeof formErrors)[FormErrorCode]['category'];
  readonly retryable: boolean;
  /** Facts for programs; never a secret. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FormErrorCode, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(formErrors[code].zh, cause === undefined ? undefined : { cause });
    this.code = code;
    this.category = formErrors[code].category;
    this.retryable = formErrors[code].retryable;
    this.details = details;
  }
}
