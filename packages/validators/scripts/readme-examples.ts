import type { AddressOptions } from '../src/address.ts';
import type { AmountOptions } from '../src/amount.ts';
import type { DocumentNumberOptions } from '../src/document-number.ts';
import type { ValueKindName } from '../src/kinds.ts';
import type { PostalCodeOptions } from '../src/postal-code.ts';

/** Options that an example may need, with how the table words them. */
export type ExampleOptions = AddressOptions & AmountOptions & DocumentNumberOptions & PostalCodeOptions;

export interface Example {
  readonly input: string;
  readonly options?: ExampleOptions;
  /** How the table shows the options. */
  readonly given?: string;
}

const on = (asOf: string, input: string): Example => ({ input, options: { asOf }, given: asOf });

/** What the table in the README runs through each check; together the examples reach every code. */
export const readmeExamples: Readonly<Record<ValueKindName, readonly (string | Example)[]>> = {
  'uniform-number': [
    '04595257',
    '10458574',
    '04595252',
    '０４５９５２５７',
    on('2023-03-31', '04595252'),
    '12345678',
    '1234567',
    'A0342336',
    '00000000',
    '',
  ],
  'national-id': ['A123456789', 'a123456789', 'A123456788', 'A323456783', 'A800000014'],
  'resident-id': [
    'A800000014',
    'AB23456789',
    on('2031-01-01', 'AB23456789'),
    on('2021-01-01', 'A800000014'),
    'A800501509',
    'AE00000007',
    'A123456789',
  ],
  'agency-code': [
    '397000000A',
    'A095A0100R',
    'XC02750963',
    'EB50819619',
    '376480000A (南投縣政府)',
    'XA19102568',
    '3409990009',
    'XC12345678',
    '397000000',
    '397000000a',
  ],
  'school-code': ['379084100Y', '074601', '2.16.886.111.90010.90003.100001'],
  oid: ['2.16.886.101.20003', '2.16.886.119.102568', '2.16.886.5.1', '2.16.886.0101.1', '999'],
  'roc-date': [
    '115/11/24',
    '1151124',
    '民國115年11月24日',
    '中華民國一百零八年十月七日',
    '民國前1年12月31日',
    '115年11月24日（星期二）',
    '2026-11-24',
    '１１５年１１月２４日',
    '115年11月24日（星期三）',
    '19/10/07',
    '0年1月1日',
    '112年2月29日',
    '明天',
  ],
  'case-number': [
    '0400100000000000000080067',
    '04001-00000-00000-00000-80067',
    '040010000000000000080067',
    '04001A0000000000000080067',
  ],
  'user-code': ['aB3!x9', 'abc12', 'ab c123', '密碼123456'],
  pin: ['12345678', '12345', '１２３４５６'],
  'document-number': [
    '府研智字第1091148910號',
    '院授發檔(資)字第1080008553號',
    '○○議員字第 0000000001號',
    '嘉府資訊1150012345',
    '府研智字第12號',
    '1091148910',
    { input: '府研智字第1091148910號', options: { issueDate: '2021-01-04' }, given: '發文日期 110-01-04' },
  ],
  'postal-code': [
    '830',
    '830029',
    '817',
    '83074',
    on('2020-03-02', '830029'),
    '1000',
    '999',
    { input: '231', options: { county: '新北市', district: '石碇區' }, given: '新北市石碇區' },
    { input: '830', options: { county: '高雄市', district: '苓雅區' }, given: '高雄市苓雅區' },
  ],
  address: [
    '830039 高雄市鳳山區國泰路二段156號',
    '台北市中正區博愛路131號',
    '高雄市鳳山區國泰路二段１５６號',
    '新竹縣峨嵋鄉中正路1號',
    '臺北縣板橋市中山路1號',
    '臺北市中正路1號',
    '國泰路1號',
    '高雄市鳳山區高雄市鳳山區國泰路1號',
    '高雄市鳳山區',
    '231 新北市石碇區二格路1號',
    '830 高雄市苓雅區四維三路2號',
  ],
  phone: [
    '07-7470171',
    '(02)2192-7111',
    '0836-25131',
    '038-227171',
    '070-1016-0017',
    '07-7470171分機123',
    '07-1234567',
    '7470171',
    '1999',
    '07-7470XXX',
    '07-7470171、07-7470172',
  ],
  email: ['name@example.tw', '123@123. TV', 'a@b.tw;c@d.tw', 'name@測試.tw'],
  'ip-address': [
    '203.75.1.1',
    '203．75．1．1',
    '192.168.1.1',
    '203.0.113.5',
    '100.64.0.1',
    '203.75.1.1/24',
    '2001:db8::1',
    '203.75.1.1, 203.75.1.2',
  ],
  'person-name': [
    '王小明',
    '瓦歷斯‧諾幹',
    '陳堃',
    '王ㄧ明',
    '瓦歷斯・諾幹',
    '王○明',
    '王小明3',
    '王\ue000明',
  ],
  'organisation-name': ['高雄市議會', '協會（臺北）', '高雄市議員OOO服務處'],
  characters: [
    '請查照。',
    '㈱',
    '脱説产发',
    '第ㄧ條',
    '\ufa0c',
    'e\u0301',
    '公\u200b文',
    '\ue000',
    '\u2f00',
    '\ufffd',
  ],
  amount: [on('2019-11-12', '420'), '1260', '1,260元', '421', '四百二十', '4111111111111111'],
};
