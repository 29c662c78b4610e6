import type { FormErrorCode } from '../form-errors.ts';
import type { FormIssueCode } from './zh.ts';

/** Issue messages of the form layer in English; `translateIssue` of `@kcc/validators` uses it. */
export const en = {
  REQUIRED: '"{label}" is not filled in. {hint}',
  WRONG_SHAPE: '"{label}" does not have the right form. {hint}',
  BAD_CHOICE: '"{label}" must be one of: {choices}.',
  TOO_LONG: '"{label}" takes at most {maximum} characters, it has {length}.',
  TOO_MANY: '"{label}" takes at most {maximum} entries, it has {length}.',
  UNKNOWN_FIELD: 'The form has no field "{name}"; take it out.',
  UNKNOWN_SECTION: 'The form has no section "{name}"; take it out.',
  NOT_A_SECTION: 'The section "{title}" must be a group of fields.',
  OFFICE_ONLY_FIELD: '"{label}" is filled in by the authority, not by the applicant.',
  SEAL_FIELD: '"{label}" takes a real seal and cannot be filled with data.',
  DATA_NOT_OBJECT: 'Form data must be an object: section, field, value.',
  EDITION_NOT_IN_FORCE:
    'This edition may not be in force on {asOf} (it holds from {from} to {to}); confirm it first.',
  ADDRESS_REPEATS: 'County and district are chosen beside the street; do not repeat "{repeated}" in it.',
  MAILING_ADDRESS_MISSING: 'Give a mailing address or tick "same as above"; the card is mailed there.',
  MAILING_ADDRESS_TWICE: '"Same as above" is ticked; the mailing address that was given is not used.',
  UPLOAD_BEFORE_PRINT: 'Upload the data on the site before printing, then tick "uploaded".',
  CASE_NUMBER_PENDING: 'There is no case number yet; the site gives it after the upload.',
  COMPANY_APPLIES_ELSEWHERE: 'Companies apply at MOEACA, not at XCA.',
  COUNCIL_NOT_ELIGIBLE: 'Whether offices of councillors of {council} may apply: {note}',
  SCHOOL_CODE_WITHOUT_SCHOOL: 'The name does not look like a school, yet a school code is given.',
  SEALS_NEEDED: 'The printed form needs two seals: the registered seal and that of the head.',
  SEALS_EXEMPT: 'Schools need no seals unless their authority asks for one.',
  CARDS_NONE: 'Give at least one case number; one application is one card.',
  CASE_NUMBER_TWICE: 'The case number "{number}" stands twice; every application has its own.',
  LAST_FIVE_SAME: 'Two case numbers end in {tail}; the letter cannot tell them apart.',
  LETTER_NUMBER_YEAR:
    'The year in the letter number differs from that of the date; right only for drafts of last year.',
  SEARCH_EMPTY: 'Give the name or the uniform number of the organisation.',
  CARDS_COUNT_DIFFERS: '{cards} cards, but {cases} case numbers; one application is one card.',
  AMOUNT_DIFFERS: 'The amount is {amount}; {cards} cards at {fee} make {expected}.',
  PAYMENT_DEADLINE_UNKNOWN:
    'Give the payment deadline that the site shows; the transfer number dies after it.',
  PAYMENT_DEADLINE_PASSED: 'The payment deadline {deadline} has passed; get a new transfer number.',
  PAY_BEFORE_SENDING: 'No date of payment yet; pay before sending letter and application.',
  CERTIFICATE_NOT_NAMED: 'Give the card number or the certificate serial number.',
  SUSPEND_FIRST: 'After a loss or a leaked key suspend the certificate online first, then revoke it.',
  REVOCATION_LATE: 'Revocation was due within two weeks (by {due}); the CA may revoke by itself.',
  CODE_TAIL_DIFFERS: '"{tail}" after {prefix} differs from the uniform number "{uniformNumber}".',
  XA_TAIL_DIFFERS_FROM_OID:
    'The digits after XA differ from the OID tail "{tail}"; the rule is unverified, ask the office.',
  CODE_SCHEME_UNEXPECTED: 'The code may have to be "{expected}" ({reason}); ask the first-review office.',
  CODE_NAME_DIFFERS: 'The address book lists this code as "{listed}", not under the given name.',
  AUTHORITY_CODE_PENDING: 'No code of the authority yet; that of {council} may be {code}, confirm it.',
  TWO_SEALS_NEEDED: 'The form needs two seals: of the authority and of the applicant (page 2).',
  CHANGE_AFTER_MISSING: 'A change of "{kind}" needs its new content.',
  CHANGE_SAME: 'Before and after are the same.',
  CHANGE_IP_INVALID: 'The new IP must be one fixed public IPv4 address.',
  COPY_TO_AUTHORITY: 'A change must be copied to the authority ({government}).',
  RESTORE_TOO_LATE: 'The certificate expired more than three months ago ({last}); apply again with G2B2C-01.',
  RENEWED_IN_FUTURE: 'The new certificate begins on {renewedOn}, in the future.',
  ACTIVATION_DUE: 'Open the card by {due} (90 days after issue; the CA decides how it counts).',
  ACTIVATION_OVERDUE: 'The opening deadline {due} has passed; the CA may have suspended the certificate.',
  PRIMARY_TWICE: 'An organisation has one primary card; there are {count} applications for one.',
  CASE_NOT_LISTED: 'The case number "{number}" of an application is not listed here.',
  CASE_WITHOUT_APPLICATION: 'The case number "{number}" belongs to no application.',
} as const satisfies Record<FormIssueCode, string>;

/** Messages of `FormError` in English by code; the table `formErrors` has more. */
export { formErrors } from '../form-errors.ts';
export type { FormErrorCode };
