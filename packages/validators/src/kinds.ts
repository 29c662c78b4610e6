import { checkAddress } from './address.ts';
import { checkAgencyCode } from './agency-code.ts';
import { checkAmount } from './amount.ts';
import { checkCaseNumber } from './case-number.ts';
import { checkCharacters } from './characters.ts';
import type { CheckOptions, CheckResult } from './check.ts';
import { checkDocumentNumber } from './document-number.ts';
import { checkEmail } from './email.ts';
import { checkIpAddress } from './ip-address.ts';
import { checkNationalId } from './national-id.ts';
import { checkOid } from './oid.ts';
import { checkOrganisationName, checkPersonName } from './person-name.ts';
import { checkPhone } from './phone.ts';
import { checkPin } from './pin.ts';
import { checkPostalCode } from './postal-code.ts';
import { checkResidentId } from './resident-id.ts';
import { checkRocDate } from './roc-date.ts';
import { checkSchoolCode } from './school-code.ts';
import { checkUniformNumber } from './uniform-number.ts';
import { checkUserCode } from './user-code.ts';
import type { ValueCode } from './value-rules.ts';

/** One kind of value, for tools that offer all of them by name. */
export interface ValueKind {
  readonly check: (value: string, options?: CheckOptions) => CheckResult<ValueCode>;
  readonly label: { readonly zh: string; readonly en: string };
  /** A value that passes; fictitious or published as a sample. */
  readonly example: string;
  /** Where the rule comes from. */
  readonly source: string;
  /** True when the value must not be shown, logged or stored. */
  readonly secret?: boolean;
}

/** All kinds of values by name, in the order of the forms. */
export const valueKinds = {
  'uniform-number': {
    check: checkUniformNumber,
    label: { zh: '統一編號', en: 'uniform business number' },
    example: '04595257',
    source: '財政部財政資訊中心（2023-04-01 起新規則）',
  },
  'national-id': {
    check: checkNationalId,
    label: { zh: '國民身分證統一編號', en: 'national identification number' },
    example: 'A123456789',
    source: '內政部戶政司',
  },
  'resident-id': {
    check: checkResidentId,
    label: { zh: '外來人口統一證號', en: 'resident number' },
    example: 'A800000014',
    source: '內政部移民署（新式 2021-01-02 起，舊式至 2030-12-31）',
  },
  'agency-code': {
    check: checkAgencyCode,
    label: { zh: '機關代碼', en: 'agency code' },
    example: '397000000A',
    source: 'schema.gov.tw lists/168；G2B2C-01 註記',
  },
  'school-code': {
    check: checkSchoolCode,
    label: { zh: '學校機關代碼', en: 'agency code of a school' },
    example: '379084100Y',
    source: 'XCA 申請書',
  },
  oid: {
    check: checkOid,
    label: { zh: '物件識別碼 OID', en: 'organisation OID' },
    example: '2.16.886.101.20003',
    source: 'oid.nat.gov.tw',
  },
  'roc-date': {
    check: checkRocDate,
    label: { zh: '民國日期', en: 'date of the Republic era' },
    example: '115/11/24',
    source: '國曆紀年；沒有民國 0 年',
  },
  'case-number': {
    check: checkCaseNumber,
    label: { zh: '案件流水號', en: 'case number' },
    example: '0400100000000000000080067',
    source: 'xcaweb.nat.gov.tw/XCAPayment',
  },
  'user-code': {
    check: checkUserCode,
    label: { zh: '用戶代碼', en: 'user code' },
    example: 'aB3!x9',
    source: 'xcaweb.nat.gov.tw/XCAPayment',
    secret: true,
  },
  pin: {
    check: checkPin,
    label: { zh: 'PIN 碼', en: 'card PIN' },
    example: '12345678',
    source: '開卡作業頁',
    secret: true,
  },
  'document-number': {
    check: checkDocumentNumber,
    label: { zh: '發文字號', en: 'document number' },
    example: '府研智字第1091148910號',
    source: '文書處理手冊',
  },
  'postal-code': {
    check: checkPostalCode,
    label: { zh: '郵遞區號', en: 'postal code' },
    example: '830029',
    source: '中華郵政（3+2 至 2020-03-02，3+3 自 2020-03-03）',
  },
  address: {
    check: checkAddress,
    label: { zh: '地址', en: 'postal address' },
    example: '高雄市鳳山區國泰路二段156號',
    source: '中華郵政；申請書填寫說明',
  },
  phone: {
    check: checkPhone,
    label: { zh: '電話、傳真', en: 'telephone or fax number' },
    example: '07-7470171分機123',
    source: 'schema.gov.tw lists/168',
  },
  email: {
    check: checkEmail,
    label: { zh: '電子郵件', en: 'e-mail address' },
    example: 'name@example.tw',
    source: 'RFC 5321',
  },
  'ip-address': {
    check: checkIpAddress,
    label: { zh: '外部固定 IP', en: 'external IPv4 address' },
    example: '203.75.1.1',
    source: 'G2B2C-01；IANA special-purpose registry',
  },
  'person-name': {
    check: checkPersonName,
    label: { zh: '姓名', en: 'name of a person' },
    example: '王小明',
    source: '全字庫 CNS11643；code page 950',
  },
  'organisation-name': {
    check: checkOrganisationName,
    label: { zh: '組織全銜', en: 'name of an organisation' },
    example: '高雄市議會',
    source: '全字庫 CNS11643；code page 950',
  },
  characters: {
    check: checkCharacters,
    label: { zh: '文字用字', en: 'characters of a text' },
    example: '為利辦理公文電子交換作業，請查照。',
    source: '全字庫 CNS11643；code page 950',
  },
  amount: {
    check: checkAmount,
    label: { zh: '繳費金額', en: 'amount of a payment' },
    example: '1260',
    source: '憑證付費系統（每張 420 元，108 年）',
  },
} as const satisfies Readonly<Record<string, ValueKind>>;

/** Name of a kind of value. */
export type ValueKindName = keyof typeof valueKinds;

/** True for the name of a kind. */
export function isValueKind(name: string): name is ValueKindName {
  return Object.hasOwn(valueKinds, name);
}
