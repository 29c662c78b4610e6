import { describe, expect, it } from 'vitest';
import { xcaApplicationPrimary } from '../../src/catalogue/xca-application/form.ts';
import { checkForm } from '../../src/define/check.ts';
import { printForm } from '../../src/define/printed.ts';
import { newTaipei } from '../../src/facts/councils/new-taipei.ts';
import { sheetTexts } from '../../src/sheet/text.ts';
import { applicationSample } from '../support/samples.ts';

const asOf = '2019-10-07';
const check = (data: unknown, options = {}) => checkForm(xcaApplicationPrimary, data, { asOf, ...options });
const codes = (data: unknown, options = {}) =>
  check(data, options).issues.map(({ code, path }) => `${code} ${path}`);
const withOrganisation = (part: object) => ({
  ...applicationSample,
  organisation: { ...applicationSample.organisation, ...part },
});

describe('xca-application-primary (E1–E18)', () => {
  it('accepts the printed sample of the briefing as it stands', () => {
    const checked = check(applicationSample, { mode: 'strict' });
    expect(checked.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.value).toEqual(applicationSample);
  });

  it('prints every value of the sample at its place', () => {
    const printed = printForm(xcaApplicationPrimary, applicationSample, { asOf });
    if (printed.type !== 'sheet') throw new Error('the application is a sheet');
    expect(sheetTexts(printed.sheet)).toEqual([
      '組織及團體憑證IC卡正卡併案申請書',
      '申請案號',
      '0400100000000000000080067',
      '填寫日期',
      '民國 108年 10月 07日',
      '組織及團體資料',
      '全名',
      '測試',
      '統一編號',
      '學校機關代碼',
      '組織團體代表地址',
      '83074 高雄市鳳山區測試',
      '組織團體代表電子郵件信箱',
      '如需寫入電子郵件信箱,請於收到卡片且完成開卡作業後,再至憑證作業之寫入憑證內安全電子郵件信箱功能進行寫入',
      '電話',
      '077470171',
      '傳真',
      '備註',
      '憑證聯絡人資料',
      '姓名',
      '測試',
      '憑證用途',
      '電子公文交換',
      '電子郵件信箱',
      '123@132.tw',
      '通訊地址(卡片寄送地址)',
      '83074 高雄市鳳山區測試',
      '電話',
      '077470171',
      '傳真',
      '若組織團體為學校,則不需加蓋登記印鑑與負責人印鑑章;若送審後主管機關要求須加蓋學校印信,則依其主管機關之規定。',
      '組織與團體設立登記印鑑(圖記)',
      '組織與團體負責人印鑑',
      '(請於上方空格內蓋印，學校免蓋)',
      '請務必確認申請之名稱是否正確,憑證一經核發即無法變更及退費。請將此申請書及公文一併寄送至初審註冊窗口,憑證申請諮詢服務專線:02-2192-7111。',
    ]);
  });

  it('E1: a serial in any grouping is brought to 25 digits; 24 or 26 digits are refused with their count', () => {
    const serial = (caseNumber: string) => ({
      ...applicationSample,
      application: { ...applicationSample.application, caseNumber },
    });
    expect(check(serial('04001-00000-00000-00000-80067')).value.application.caseNumber).toBe(
      '0400100000000000000080067',
    );
    expect(check(serial('040010000000000000080067')).issues[0]?.message).toContain('24');
    expect(check(serial('04001000000000000000080067')).issues[0]?.message).toContain('26');
  });

  it('R12: what is missing is named in words', () => {
    const { issues, ok } = check({ ...applicationSample, contact: {} });
    expect(ok).toBe(false);
    expect(issues.filter(({ code }) => code === 'REQUIRED').map(({ path }) => path)).toEqual([
      '/contact/name',
      '/contact/email',
      '/contact/phone',
    ]);
    expect(issues.find(({ path }) => path === '/contact/name')?.message).toContain('「姓名」還沒有填寫');
  });

  it('W16: the mailing address is asked for unless it is the same', () => {
    const { address: _, ...contact } = applicationSample.contact;
    expect(codes({ ...applicationSample, contact })).toContain('MAILING_ADDRESS_MISSING /contact/address');
    const same = { ...applicationSample, contact: { ...contact, sameAddress: true } };
    expect(codes(same)).not.toContain('MAILING_ADDRESS_MISSING /contact/address');
    const printed = printForm(xcaApplicationPrimary, same, { asOf });
    if (printed.type !== 'sheet') throw new Error('the application is a sheet');
    expect(sheetTexts(printed.sheet).filter((text) => text === '83074 高雄市鳳山區測試')).toHaveLength(2);
  });

  it('R13: county and district are not repeated in the street', () => {
    const address = { ...applicationSample.organisation.address, street: '高雄市鳳山區國泰路二段156號' };
    expect(codes(withOrganisation({ address }))).toContain('ADDRESS_REPEATS /organisation/address/street');
  });

  it('W7: the ministry’s six-digit school code is told apart', () => {
    expect(codes(withOrganisation({ schoolCode: '074601' }))).toContain(
      'SCHOOL_CODE_MOE /organisation/schoolCode',
    );
  });

  it('R2, R3: companies and offices of a council that refused are pointed elsewhere', () => {
    expect(codes(withOrganisation({ name: '範例股份有限公司' }))).toContain(
      'COMPANY_APPLIES_ELSEWHERE /organisation/name',
    );
    const office = withOrganisation({ name: '新北市議員王小明服務處' });
    expect(codes(office, { council: newTaipei })).toContain('COUNCIL_NOT_ELIGIBLE /organisation/name');
    expect(codes(office)).not.toContain('COUNCIL_NOT_ELIGIBLE /organisation/name');
  });

  it('R17, R18: upload comes before printing, seals are asked for unless it is a school', () => {
    const notUploaded = {
      ...applicationSample,
      application: { ...applicationSample.application, uploaded: false },
    };
    expect(codes(notUploaded)).toContain('UPLOAD_BEFORE_PRINT /application/uploaded');
    expect(codes(applicationSample)).toContain('SEALS_NEEDED /organisation/name');
    expect(codes(withOrganisation({ name: '範例國民小學', schoolCode: '379084100Y' }))).toContain(
      'SEALS_EXEMPT /organisation/name',
    );
  });

  it('E17, E18 and unknown fields: data for seal boxes and unknown names are refused', () => {
    expect(codes({ ...applicationSample, seals: { head: 'x' } })).toContain('SEAL_FIELD /seals/head');
    expect(codes({ ...applicationSample, extra: {} })).toContain('UNKNOWN_SECTION /extra');
    expect(codes(withOrganisation({ pin: '1' }))).toContain('UNKNOWN_FIELD /organisation/pin');
  });

  it('W11: a bad user code is reported without being repeated', () => {
    const { issues } = check(withOrganisation({ userCode: 'hush密碼' }));
    expect(
      issues.some(({ path, severity }) => path === '/organisation/userCode' && severity === 'error'),
    ).toBe(true);
    expect(JSON.stringify(issues)).not.toContain('hush');
  });
});
