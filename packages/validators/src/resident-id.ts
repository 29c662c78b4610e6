import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { idChecksumHolds } from './id-checksum.ts';
import { tidyId } from './national-id.ts';
import { dateOfRules } from './rule-date.ts';

export type ResidentIdCode = keyof typeof residentIdMessages;

export const residentIdMessages = {
  RESIDENT_ID_FORMAT: '統一證號應為英文字母、8 或 9（舊式為 A 至 D）、再 8 位數字，共 10 碼。',
  RESIDENT_ID_NATIONAL: '這是身分證字號，不是外來人口統一證號。',
  RESIDENT_ID_CHECKSUM: '統一證號檢查碼不符，請核對是否打錯。',
  RESIDENT_ID_TOO_NEW: '新式統一證號自 2021-01-02 起發給，{asOf} 時還不會有。',
  RESIDENT_ID_LEGACY_ENDED: '舊式統一證號只用到 2030-12-31，請改填換發後的新號碼。',
} as const;

/** First day of the numbers with 8 or 9 (移民署). */
const NEW_FORM_FROM = '2021-01-02';
/** Last day of the numbers with two letters (移民署). */
const LEGACY_UNTIL = '2030-12-31';

const RESIDENT_ID = /^[A-Z][89A-D]\d{8}$/;

/** What a 統一證號 says of its holder. */
export interface ResidentIdParts {
  readonly id: string;
  /** `new` has 8 or 9 in second place, `legacy` a letter A–D. */
  readonly form: 'new' | 'legacy';
  readonly sex: 'male' | 'female';
  /** Third character of the new form: 外國人或無國籍, 無戶籍國民, 港澳, 大陸. */
  readonly status?: 'foreign' | 'no-household' | 'hong-kong-macao' | 'mainland';
}

/** Checks a 外來人口統一證號 (resident number of foreigners and others), new and legacy form. */
export function checkResidentId(value: string, options: CheckOptions = {}): CheckResult<ResidentIdCode> {
  const report = openReport(residentIdMessages, options, '內政部移民署統一證號編碼規則');
  const id = report.read(value, tidyId);
  if (id === undefined) return report.done();
  if (/^[A-Z][12]\d{8}$/.test(id)) report.add('error', 'RESIDENT_ID_NATIONAL');
  else if (!RESIDENT_ID.test(id)) report.add('error', 'RESIDENT_ID_FORMAT');
  else if (!idChecksumHolds(id)) report.add('error', 'RESIDENT_ID_CHECKSUM');
  else {
    const asOf = dateOfRules(options);
    const legacy = id.charAt(1) >= 'A';
    if (!legacy && asOf < NEW_FORM_FROM) report.add('error', 'RESIDENT_ID_TOO_NEW', { asOf });
    if (legacy && asOf > LEGACY_UNTIL) report.add('warning', 'RESIDENT_ID_LEGACY_ENDED');
  }
  return report.done(id);
}

/** True when the text, as it stands, is a 統一證號 of either form. */
export function isResidentId(value: string, options: CheckOptions = {}): boolean {
  if (options.register || options.asOf || options.mode === 'lenient') {
    return checkResidentId(value, { mode: 'strict', ...options }).ok;
  }
  return RESIDENT_ID.test(value) && idChecksumHolds(value);
}

/** Reads a 統一證號; undefined when its form or check digit is wrong. */
export function parseResidentId(text: string): ResidentIdParts | undefined {
  const id = tidyId(text);
  if (!RESIDENT_ID.test(id) || !idChecksumHolds(id)) return undefined;
  const second = id.charAt(1);
  const sex = '8AC'.includes(second) ? 'male' : 'female';
  if (second >= 'A') return { id, form: 'legacy', sex };
  const special = { 7: 'no-household', 8: 'hong-kong-macao', 9: 'mainland' } as const;
  const third = Number(id.charAt(2));
  const status = third === 7 || third === 8 || third === 9 ? special[third] : 'foreign';
  return { id, form: 'new', sex, status };
}
