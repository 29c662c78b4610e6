import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DESKTOP, fits, launch, leftOut, PHONE, tabTo, violations, visit } from './support/browser.ts';

describe.skipIf(leftOut !== undefined)(`application forms in Chromium${leftOut ?? ''}`, () => {
  let browser: Browser;
  const site = { url: inject('site') };

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  const title = (page: Page): Promise<string | null> => page.locator('#form-root h1').textContent();
  const type = async (page: Page, path: string, text: string): Promise<void> => {
    await tabTo(page, `[name="${path}"]`);
    await page.keyboard.type(text);
  };
  const choose = async (page: Page, path: string, text: string): Promise<void> => {
    await tabTo(page, `[name="${path}"]`);
    // Typing the beginning of a name chooses it, as in every list of a browser.
    await page.locator(`[name="${path}"]`).selectOption(text);
  };
  const saved = async (page: Page, key: string): Promise<string> => {
    await expect
      .poll(() => page.evaluate((name) => localStorage.getItem(`kcc-web-form:${name}`), key))
      .not.toBeNull();
    return await page.evaluate((name) => localStorage.getItem(`kcc-web-form:${name}`) ?? '', key);
  };

  it.each([
    ['phone', PHONE, ['xca-application-primary', 'exchange-consent', 'g2b2c-01', 'xca-user-code-letter']],
    ['desktop', DESKTOP, ['g2b2c-01']],
  ])('are listed and shown without barriers at the width of a %s', async (_name, viewport, ids) => {
    const { page, context, complaints, foreign } = await visit(browser, `${site.url}/#/forms`, viewport);
    expect(await page.locator('.form-list li').count()).toBe(13);
    expect(await violations(page)).toEqual([]);
    for (const id of ids) {
      await page.goto(`${site.url}/#/forms/${id}`);
      await page.locator('#form-root form').waitFor();
      await page.locator('#form-root button.main').press('Enter');
      await page.locator('.summary').waitFor();
      expect(await violations(page), id).toEqual([]);
      expect(await fits(page), id).toBe(true);
    }
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  });

  it('the application with the keyboard alone, from the list to the papers', async () => {
    const { page, context } = await visit(browser, `${site.url}/#/forms`, DESKTOP);
    await tabTo(page, 'a[href="#/forms/xca-application-primary"]');
    await page.keyboard.press('Enter');
    await page.locator('#form-root form').waitFor();
    await tabTo(page, '[name="/application/agreedToTerms"]');
    await page.keyboard.press('Space');
    await type(page, '/application/caseNumber', '04001-00000-00000-00000-80067');
    await type(page, '/application/filledOn', '115/10/07');
    await page.keyboard.press('Enter');
    expect(await title(page)).toBe('組織及團體資料');
    await type(page, '/organisation/name', '高雄市議員測試服務處');
    await type(page, '/organisation/address/postalCode', '83074');
    await choose(page, '/organisation/address/county', '高雄市');
    await choose(page, '/organisation/address/district', '鳳山區');
    await type(page, '/organisation/address/street', '測試路1號');
    await type(page, '/organisation/phone', '077470171');
    await page.keyboard.press('Enter');
    expect(await title(page)).toBe('憑證聯絡人資料');
    await type(page, '/contact/name', '王小明');
    await type(page, '/contact/email', 'office@example.tw');
    await tabTo(page, '[name="/contact/sameAddress"]');
    await page.keyboard.press('Space');
    await type(page, '/contact/phone', '077470171');
    await page.keyboard.press('Enter');
    expect(await title(page)).toBe('檢查您的答案');
    expect(await violations(page)).toEqual([]);
    for (const id of ['docx', 'odt', 'html', 'pdf']) {
      await tabTo(page, `[data-paper="${id}"]`);
      const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      if (id !== 'pdf') expect(readFileSync(await file.path()).length, id).toBeGreaterThan(1000);
      else
        expect(execFileSync('/usr/bin/pdftotext', [await file.path(), '-'], { encoding: 'utf8' })).toContain(
          '測試服務處',
        );
    }
    // Kept in the browser without the contact, and offered to the next form.
    const kept = await saved(page, 'form:xca-application-primary');
    expect(kept).toContain('高雄市議員測試服務處');
    expect(kept).not.toContain('王小明');
    await page.goto(`${site.url}/#/forms/xca-revocation`);
    await page.locator('#form-root form').waitFor();
    expect(await page.locator('#form-root').innerHTML()).toContain('高雄市議員測試服務處');
    await context.close();
  });

  it('shows the words of the paper before one agrees, with what was typed so far', async () => {
    const { page, context } = await visit(browser, `${site.url}/#/forms/exchange-consent`, PHONE);
    await page.getByText('紙本全文').press('Enter');
    const text = page.locator('.as-text');
    await expect.poll(() => text.textContent()).toContain('十三、以上如有未盡事宜');
    await page.getByLabel('申請單位全銜').fill('高雄市議員測試服務處');
    await expect.poll(() => text.textContent()).toContain('高雄市議員測試服務處');
    expect(await fits(page)).toBe(true);
    await context.close();
  });

  it('a form that is a letter goes on in the letter editor', async () => {
    const { page, context } = await visit(browser, `${site.url}/#/forms/xca-cover-letter`, DESKTOP);
    await page.getByRole('button', { name: '放進「寫公文」' }).press('Enter');
    await page.getByText('個地方要修正，請').waitFor();
    const data = {
      sender: {
        name: '高雄市議員測試服務處',
        address: { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1段1號' },
        drafter: '王小明',
        phone: '07-7470171',
        email: 'office@example.tw',
      },
      heading: { issueDate: '2026-11-12', number: '高議測字第1150000001號' },
      cards: { purpose: '公文電子交換', primary: ['0400100000000000000053421'] },
    };
    const buffer = Buffer.from(JSON.stringify(data));
    await page
      .locator('#form-import')
      .setInputFiles({ name: 'data.json', mimeType: 'application/json', buffer });
    await page.getByText('已匯入').waitFor();
    await page.getByRole('button', { name: '放進「寫公文」' }).press('Enter');
    expect(await page.locator('#f-主旨').inputValue()).toContain('擬申請組織及團體憑證');
    expect(await page.locator('#f-發文機關').inputValue()).toContain('高雄市議員測試服務處');
    await context.close();
  });

  it('keeps contact data only when asked, clears with a way back, never keeps a secret', async () => {
    const { page, context } = await visit(browser, `${site.url}/#/forms/xca-user-code-letter`, DESKTOP);
    await page.locator('[name="/code/caseNumber"]').fill('0400100000000000000080067');
    await page.locator('[name="/code/userCode"]').fill('Secret#99');
    await page.locator('#keep-forms').check();
    expect(await saved(page, 'form:xca-user-code-letter')).toContain('0400100000000000000080067');
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Secret#99');
    await page.getByRole('button', { name: '清除', exact: true }).press('Enter');
    expect(await page.locator('[name="/code/caseNumber"]').inputValue()).toBe('');
    await page.getByRole('button', { name: '復原清除' }).press('Enter');
    expect(await page.locator('[name="/code/caseNumber"]').inputValue()).toBe('0400100000000000000080067');
    await context.close();
  });
});
