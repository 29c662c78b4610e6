import { describe, expect, it } from 'vitest';
import { findForm, forms } from '../../src/catalogue/forms.ts';
import { type CheckFormOptions, checkForm } from '../../src/define/check.ts';
import { type Draft, withValueAt } from '../../src/define/paths.ts';
import { newTaipei } from '../../src/facts/councils/new-taipei.ts';
import { samples } from '../support/samples.ts';

interface RuleCase {
  readonly form: string;
  readonly code: string;
  /** Values put into the sample so that the rule speaks. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Values that make it silent again. */
  readonly mend: Readonly<Record<string, unknown>>;
  readonly options?: Partial<CheckFormOptions>;
}

const serial = (tail: string) => `04001000000000000000${tail}`;
const application = 'xca-application-primary';

const cases: readonly RuleCase[] = [
  {
    form: application,
    code: 'MAILING_ADDRESS_MISSING',
    set: { '/contact/address': undefined },
    mend: { '/contact/sameAddress': true },
  },
  {
    form: application,
    code: 'MAILING_ADDRESS_TWICE',
    set: { '/contact/sameAddress': true },
    mend: { '/contact/address': undefined },
  },
  {
    form: application,
    code: 'UPLOAD_BEFORE_PRINT',
    set: { '/application/uploaded': false },
    mend: { '/application/uploaded': true },
  },
  {
    form: application,
    code: 'CASE_NUMBER_PENDING',
    set: { '/application/caseNumber': undefined },
    mend: { '/application/caseNumber': serial('80067') },
  },
  {
    form: application,
    code: 'COMPANY_APPLIES_ELSEWHERE',
    set: { '/organisation/name': '範例有限公司' },
    mend: { '/organisation/name': '社團法人範例協會' },
  },
  {
    form: application,
    code: 'COUNCIL_NOT_ELIGIBLE',
    set: { '/organisation/name': '新北市議員王大明服務處' },
    mend: { '/organisation/name': '社團法人範例協會' },
    options: { council: newTaipei },
  },
  {
    form: application,
    code: 'SCHOOL_CODE_WITHOUT_SCHOOL',
    set: { '/organisation/schoolCode': '379084100Y' },
    mend: { '/organisation/name': '市立範例國民小學' },
  },
  { form: application, code: 'SEALS_NEEDED', set: {}, mend: { '/organisation/schoolCode': '379084100Y' } },
  {
    form: 'xca-organisation-search',
    code: 'SEARCH_EMPTY',
    set: { '/search/name': undefined },
    mend: { '/search/uniformNumber': '04595257' },
  },
  {
    form: 'xca-payment',
    code: 'CARDS_COUNT_DIFFERS',
    set: { '/payment/cards': 2, '/payment/amount': 840 },
    mend: { '/cases/caseNumbers': [serial('00001'), serial('00002')] },
  },
  {
    form: 'xca-payment',
    code: 'AMOUNT_DIFFERS',
    set: { '/payment/amount': 400 },
    mend: { '/payment/amount': 420 },
  },
  {
    form: 'xca-payment',
    code: 'CASE_NUMBER_TWICE',
    set: { '/cases/caseNumbers': [serial('00001'), serial('00001')] },
    mend: { '/cases/caseNumbers': [serial('00001'), serial('00002')] },
  },
  {
    form: 'xca-payment',
    code: 'PAYMENT_DEADLINE_UNKNOWN',
    set: { '/payment/deadline': undefined },
    mend: { '/payment/method': '信用卡付費' },
  },
  {
    form: 'xca-payment',
    code: 'PAYMENT_DEADLINE_PASSED',
    set: { '/payment/deadline': '2019-10-21' },
    mend: { '/payment/paidOn': '2019-10-20' },
  },
  { form: 'xca-payment', code: 'PAY_BEFORE_SENDING', set: {}, mend: { '/payment/paidOn': '2019-10-20' } },
  {
    form: 'xca-cover-letter',
    code: 'CARDS_NONE',
    set: { '/cards/primary': undefined },
    mend: { '/cards/secondary': [serial('00001')] },
  },
  {
    form: 'xca-cover-letter',
    code: 'CASE_NUMBER_TWICE',
    set: { '/cards/secondary': [serial('53421')] },
    mend: { '/cards/secondary': [serial('00001')] },
  },
  {
    form: 'xca-cover-letter',
    code: 'LAST_FIVE_SAME',
    set: { '/cards/secondary': ['1400100000000000000053421'] },
    mend: { '/cards/secondary': [serial('00001')] },
  },
  {
    form: 'xca-cover-letter',
    code: 'LETTER_NUMBER_YEAR',
    set: { '/heading/number': '高議服字第1070000001號' },
    mend: { '/heading/number': '高議服字第1080000001號' },
  },
  { form: 'xca-card-opening', code: 'ACTIVATION_DUE', set: {}, mend: { '/card/issuedOn': undefined } },
  {
    form: 'xca-card-opening',
    code: 'ACTIVATION_OVERDUE',
    set: { '/card/issuedOn': '2019-08-01' },
    mend: { '/card/issuedOn': '2019-12-01' },
  },
  {
    form: 'g2b2c-01',
    code: 'CODE_TAIL_DIFFERS',
    set: { '/applicant/code': 'XC02750963', '/applicant/uniformNumber': '04595257' },
    mend: { '/applicant/uniformNumber': '02750963' },
  },
  {
    form: 'g2b2c-01',
    code: 'XA_TAIL_DIFFERS_FROM_OID',
    set: { '/applicant/code': 'XA00000001' },
    mend: { '/applicant/code': 'XA19102568' },
  },
  {
    form: 'g2b2c-01',
    code: 'CODE_SCHEME_UNEXPECTED',
    set: { '/applicant/uniformNumber': '04595257' },
    mend: { '/applicant/uniformNumber': undefined },
  },
  {
    form: 'g2b2c-01',
    code: 'CODE_NAME_DIFFERS',
    set: {},
    mend: { '/applicant/name': '另一個機關' },
    options: { lookUpAgency: () => ({ name: '另一個機關' }) },
  },
  {
    form: 'g2b2c-01',
    code: 'AUTHORITY_CODE_PENDING',
    set: { '/authority/code': undefined },
    mend: { '/authority/code': '398000000A' },
  },
  { form: 'g2b2c-01', code: 'TWO_SEALS_NEEDED', set: {}, mend: { '/applicant/name': undefined } },
  {
    form: 'g2b2c-change',
    code: 'CHANGE_AFTER_MISSING',
    set: { '/change/after': undefined },
    mend: { '/change/kind': '裁撤' },
  },
  {
    form: 'g2b2c-change',
    code: 'CHANGE_SAME',
    set: { '/change/after': '163.29.1.1' },
    mend: { '/change/after': '163.29.1.2' },
  },
  {
    form: 'g2b2c-change',
    code: 'CHANGE_IP_INVALID',
    set: { '/change/after': '192.168.1.1' },
    mend: { '/change/kind': '名稱' },
  },
  { form: 'g2b2c-change', code: 'COPY_TO_AUTHORITY', set: {}, mend: { '/change/kind': undefined } },
  {
    form: 'g2b2c-restore',
    code: 'RESTORE_TOO_LATE',
    set: { '/certificate/expiredOn': '2019-08-01' },
    mend: { '/certificate/expiredOn': '2019-11-01' },
  },
  {
    form: 'g2b2c-restore',
    code: 'RENEWED_IN_FUTURE',
    set: { '/certificate/renewedOn': '2020-01-01' },
    mend: { '/certificate/renewedOn': '2019-12-01' },
  },
  {
    form: 'xca-revocation',
    code: 'CERTIFICATE_NOT_NAMED',
    set: { '/certificate/cardNumber': undefined },
    mend: { '/certificate/serialNumber': '0A1B2C3D4E5F' },
  },
  {
    form: 'xca-revocation',
    code: 'SUSPEND_FIRST',
    set: { '/certificate/reason': '遺失' },
    mend: { '/certificate/reason': '不再使用' },
  },
  {
    form: 'xca-revocation',
    code: 'REVOCATION_LATE',
    set: { '/certificate/changedOn': '2019-11-01' },
    mend: { '/certificate/changedOn': '2019-12-01' },
  },
];

const put = (data: Draft, values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).reduce<Draft>((draft, [path, value]) => withValueAt(draft, path, value), data);

describe('every rule of the catalogue', () => {
  it.each(cases)('$form $code speaks and is silent', ({ form: id, code, set, mend, options }) => {
    const form = findForm(id);
    const spoken = put(samples[id] ?? {}, set);
    const found = (data: Draft) =>
      checkForm(form, data, { asOf: '2019-12-10', ...options }).issues.filter((issue) => issue.code === code);
    const [issue] = found(spoken);
    expect(issue?.message).not.toMatch(/\{\w+\}/);
    expect(issue?.source).toMatch(/\S/);
    expect(found(put(spoken, mend))).toEqual([]);
  });

  it('is among these cases', () => {
    const tried = new Set(cases.map(({ form, code }) => `${form} ${code}`));
    const twin = (id: string) => (id === 'xca-application-secondary' ? application : id);
    const rules = forms.flatMap(({ id, rules: list }) => list.map((rule) => `${twin(id)} ${rule.id}`));
    expect(rules.filter((rule) => !tried.has(rule))).toEqual([]);
  });
});
