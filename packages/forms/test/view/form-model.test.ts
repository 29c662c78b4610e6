import { describe, expect, it } from 'vitest';
import { xcaApplicationPrimary } from '../../src/catalogue/xca-application/form.ts';
import { xcaPayment } from '../../src/catalogue/xca-payment/form.ts';
import { createFormModel } from '../../src/view/form-model.ts';
import { showValue } from '../../src/view/show-value.ts';
import { applicationSample } from '../support/samples.ts';

const asOf = '2019-10-07';

describe('the headless view-model', () => {
  it('has one page a topic and leaves out sections that ask nothing', () => {
    const model = createFormModel(xcaApplicationPrimary, { asOf });
    expect(model.pages().map(({ title }) => title)).toEqual(['申請', '組織及團體資料', '憑證聯絡人資料']);
    expect(model.pages()[1]?.fields.map(({ label }) => label)).toContain('用戶代碼');
  });

  it('gives each field label, hint, value and onInput, and tells its listeners', () => {
    const model = createFormModel(xcaApplicationPrimary, { asOf });
    let told = 0;
    const stop = model.subscribe(() => {
      told += 1;
    });
    const field = model.field('/organisation/name');
    expect(field).toMatchObject({ label: '全名', required: true, autocomplete: 'organization', issues: [] });
    field.onInput('測試');
    expect(model.field('/organisation/name').value).toBe('測試');
    expect(model.draft()).toEqual({ organisation: { name: '測試' } });
    expect(told).toBe(1);
    stop();
    field.onInput('別名');
    expect(told).toBe(1);
  });

  it('shows errors only after a page was checked, in words', () => {
    const model = createFormModel(xcaApplicationPrimary, { asOf });
    expect(model.field('/contact/email').error).toBeUndefined();
    const issues = model.checkPage('contact');
    expect(issues.map(({ path }) => path)).toContain('/contact/email');
    expect(model.field('/contact/email').error).toContain('電子郵件信箱');
    expect(model.field('/organisation/name').error).toBeUndefined();
    model.input('/contact/email', 'a@b.tw');
    expect(model.field('/contact/email').error).toBeUndefined();
  });

  it('W16: a ticked box takes the mailing address away, and what was typed there no longer counts', () => {
    const model = createFormModel(xcaApplicationPrimary, { asOf, data: applicationSample });
    model.input('/contact/address', { postalCode: '000' });
    expect(model.check().ok).toBe(false);
    model.input('/contact/sameAddress', true);
    expect(model.field('/contact/address').asked).toBe(false);
    expect(model.check().ok).toBe(true);
    expect(model.check().value.contact.address).toBeUndefined();
  });

  it('reads texts as the fields ask: lists, numbers, ticks', () => {
    const model = createFormModel(xcaPayment, { asOf });
    model.input('/cases/caseNumbers', '04001-00000-00000-00000-80067\n0400100000000000000080068');
    model.input('/cases/organisation', '測試');
    model.input('/payment/cards', '2');
    model.input('/payment/amount', '840');
    model.input('/payment/method', '信用卡付費');
    const checked = model.check();
    expect(checked.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.value.payment).toMatchObject({ cards: 2, amount: 840 });
    expect(checked.value.cases.caseNumbers).toHaveLength(2);
  });

  it('refuses a path that is no field', () => {
    expect(() => createFormModel(xcaPayment, { asOf }).field('/payment/pin')).toThrow(TypeError);
  });
});

describe('values in words', () => {
  const plain = { widget: 'text', secret: false } as const;
  it.each([
    [plain, undefined, '（未填）'],
    [plain, '測試', '測試'],
    [plain, true, '是'],
    [plain, ['1', '2'], '1\n2'],
    [{ widget: 'roc-date', secret: false } as const, '2019-10-07', '民國108年10月7日'],
    [{ widget: 'secret', secret: true } as const, 'hush-code', '••••••（不顯示、不儲存）'],
    [
      { widget: 'address', secret: false } as const,
      { postalCode: '830', county: '高雄市', district: '鳳山區', street: '測試' },
      '830 高雄市鳳山區測試',
    ],
  ])('%j %j', (field, value, text) => {
    expect(showValue(field, value)).toBe(text);
  });
});
