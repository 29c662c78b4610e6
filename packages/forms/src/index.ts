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
export { coverNote } from './define/cover-note.ts';
export { defineRule } from './define/define-rule.ts';
export { type DraftPolicy, savableDraft, withoutSecrets } from './define/draft-policy.ts';
export * from './define/field.ts';
export {
  defineForm,
  type Form,
  type FormData,
  type FormOutputs,
  type Mark,
  type PrintContext,
} from './define/form.ts';
export {
  type Draft,
  fieldsOf,
  inputFieldsOf,
  type PlacedField,
  valueAt,
  withValueAt,
} from './define/paths.ts';
export type { FillOptions } from './define/print-context.ts';
export { type Printed, printForm } from './define/printed.ts';
export type { FormContext, FormRule } from './define/rule.ts';
export { type DataOf, type DraftOf, type Section, type SectionMap, section } from './define/section.ts';
export { readTextValues } from './define/text-values.ts';
export { textCheck } from './define/value-check.ts';
export { certificateAuthority, exchangeAuthority, feeCollector } from './facts/authorities.ts';
export type { Council } from './facts/council.ts';
export { kaohsiung } from './facts/councils/kaohsiung.ts';
export { newTaipei } from './facts/councils/new-taipei.ts';
export { type DatedFact, type DatedFacts, factOn } from './facts/dated.ts';
export { addDays, addMonths, cardYears, deadlineDays, removalMonths } from './facts/deadlines.ts';
export { amountFor, cardFees, feeRemarks } from './facts/fees.ts';
export { g2b2cHotline, type Hotline, xcaHotline } from './facts/hotlines.ts';
export { FormError } from './form-error.ts';
export { type FormErrorCode, formErrors } from './form-errors.ts';
export { type JsonSchema, toJsonSchema } from './json-schema.ts';
export { checkPapers } from './profile/check-papers.ts';
export { fillFromProfile } from './profile/fill.ts';
export {
  type OfficeProfile,
  officeProfile,
  type ProfileKey,
  profileValue,
} from './profile/office-profile.ts';
export {
  type Paper,
  type ProfileDifference,
  type ProfileUse,
  profileDifferences,
  whereUsed,
} from './profile/where-used.ts';
export type { Sheet } from './sheet/sheet.ts';
export { sheetTexts } from './sheet/text.ts';
export type { BoxView, FieldView, PageView } from './view/field-view.ts';
export { createFormModel, type FormModel, type FormModelOptions } from './view/form-model.ts';
export { showValue } from './view/show-value.ts';
export { advanceTrack, startTrack } from './wizard/advance.ts';
export { type CalendarOptions, deadlinesToCalendar } from './wizard/calendar.ts';
export { type RunningDeadline, trackDeadlines } from './wizard/deadline.ts';
export type { HistoryEntry, TrackContext, TrackEvent } from './wizard/history.ts';
export { createTrackMachine, type TrackMachine } from './wizard/machine.ts';
export { type Message, say } from './wizard/message.ts';
export {
  resumeTrack,
  type SavedTrack,
  TRACK_SCHEMA_VERSION,
  type TrackUpgrade,
} from './wizard/saved-track.ts';
export { type NextEvent, type TrackStatus, type TrackStatusOptions, trackStatus } from './wizard/status.ts';
export {
  defineTrack,
  type Track,
  type TrackDeadline,
  type TrackEventType,
  type TrackState,
  type Turn,
} from './wizard/track.ts';
export { applicationTrack } from './wizard/tracks/application.ts';
export { cardTrack } from './wizard/tracks/card.ts';
export { connectionTrack } from './wizard/tracks/connection.ts';
export { reviewTrack } from './wizard/tracks/review.ts';
export { tracks, tracksOfForm } from './wizard/tracks.ts';
