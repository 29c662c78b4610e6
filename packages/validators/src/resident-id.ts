import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { idChecksumHolds } from './id-checksum.ts';
import { NATIONAL_ID, tidyId } from './national-id.ts';
import { dateOfRules } from './rule-date.ts';

export const residentIdRules = [
  ['RESIDENT_ID_NATIONAL', '這是身分證字號，不是統一證號。', (id) => NATIONAL_ID.test(id)],
  [
    'RESIDENT_ID_FORMAT',
    '統一證號應為英文字母、8 或 9（舊式 A 至 D）、再 8 位數字。',
    (id) => !RESIDENT_ID.test(id),
  ],
  ['RESIDENT_ID_CHECKSUM', '統一證號檢查碼不符，請核對。', (id) => !idChecksumHolds(id)],
  [
    'RESIDENT_ID_TOO_NEW',
    '此統一證號自 2021-01-02 起才有。',
    (id, options) => !isLegacy(id) && dateOfRules(options) < '2021-01-02',
  ],
  [
    'RESIDENT_ID_LEGACY_ENDED',
    '舊式統一證號只用到 2030-12-31，請填新號碼。',
    (id, options) => isLegacy(id) && dateOfRules(options) > '2030-12-31',
    'warning',
  ],
] as const satisfies readonly Rule<string, CheckOptions>[];

export type ResidentIdCode = CodeOf<typeof residentIdRules>;

const RESIDENT_ID = /^[A-Z][89A-D]\d{8}$/;

const isLegacy = (id: string): boolean => id.charAt(1) > '9';

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
  return runCheck(residentIdRules, value, options, tidyId);
}

/** True when the text, as it stands, is a 統一證號 of either form. */
export function isResidentId(value: string, options: CheckOptions = {}): boolean {
  const { asOf, mode, register } = options;
  if (asOf || mode || register) return checkResidentId(value, { mode: 'strict', ...options }).ok;
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
