/** What a number is for. */
export type PhoneKind = 'landline' | 'mobile' | 'voip' | 'toll-free';

/**
 * Numbering plan of Taiwan: area code or lead, what may follow it, and the kind; long leads before short ones.
 *
 * Source: schema.gov.tw lists/168 (area codes 02–08, 037, 049, 082, 0826, 0836, 089; subscriber numbers begin with
 * 2–9) and the lengths in use; verified on 2026-11-23.
 */
export const numberingPlan: readonly (readonly [lead: string, digits: RegExp, kind: PhoneKind])[] = [
  ['0800', /^\d{6}$/, 'toll-free'],
  ['0809', /^\d{6}$/, 'toll-free'],
  ['0826', /^[2-9]\d{4}$/, 'landline'],
  ['0836', /^[2-9]\d{4}$/, 'landline'],
  ['037', /^[2-9]\d{5}$/, 'landline'],
  ['049', /^[2-9]\d{6}$/, 'landline'],
  ['070', /^\d{8}$/, 'voip'],
  ['082', /^[2-9]\d{5}$/, 'landline'],
  ['089', /^[2-9]\d{5}$/, 'landline'],
  ['02', /^[2-9]\d{7}$/, 'landline'],
  ['03', /^[2-9]\d{6}$/, 'landline'],
  ['04', /^[2-9]\d{6,7}$/, 'landline'],
  ['05', /^[2-9]\d{6}$/, 'landline'],
  ['06', /^[2-9]\d{6}$/, 'landline'],
  ['07', /^[2-9]\d{6}$/, 'landline'],
  ['08', /^[2-9]\d{6}$/, 'landline'],
  ['09', /^\d{8}$/, 'mobile'],
];
