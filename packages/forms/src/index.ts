export { exchangeConsent } from './catalogue/exchange-consent/form.ts';
export { exchangeForwardingLetter, forwardingLetter } from './catalogue/exchange-forwarding-letter/form.ts';
export { findForm, forms } from './catalogue/forms.ts';
export { g2b2c01 } from './catalogue/g2b2c-01/form.ts';
export { g2b2cChange } from './catalogue/g2b2c-change/form.ts';
export { g2b2cRestore } from './catalogue/g2b2c-restore/form.ts';
export { xcaApplicationPrimary, xcaApplicationSecondary } from './catalogue/xca-application/form.ts';
export { xcaCardOpening } from './catalogue/xca-card-opening/form.ts';
export { coverLetter } from './catalogue/xca-cover-letter/cover-letter.ts';
export { xcaCoverLetter } from './catalogue/xca-cover-letter/form.ts';
export { xcaOrganisationSearch } from './catalogue/xca-organisation-search/form.ts';
export { xcaPayment } from './catalogue/xca-payment/form.ts';
export { xcaRevocation } from './catalogue/xca-revocation/form.ts';
export { xcaUserCodeLetter } from './catalogue/xca-user-code-letter/form.ts';
export { type CheckedForm, type CheckFormOptions, checkForm } from './define/check.ts';
export { defineRule } from './define/define-rule.ts';
export * from './define/field.ts';
export {
  defineForm,
  type Form,
  type FormData,
  type FormOutputs,
  type Mark,
  type PrintContext,
} from './define/form.ts';
export type { FillOptions } from './define/print-context.ts';
export { type Printed, printForm } from './define/printed.ts';
export type { FormContext, FormRule } from './define/rule.ts';
export { type DataOf, type DraftOf, type Section, type SectionMap, section } from './define/section.ts';
export { textCheck } from './define/value-check.ts';
export type { Council } from './facts/council.ts';
export { kaohsiung } from './facts/councils/kaohsiung.ts';
export { newTaipei } from './facts/councils/new-taipei.ts';
export { FormError } from './form-error.ts';
export { type FormErrorCode, formErrors } from './form-errors.ts';
export { type JsonSchema, toJsonSchema } from './json-schema.ts';
