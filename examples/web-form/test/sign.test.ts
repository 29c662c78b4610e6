import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, fits, launch, leftOut, PHONE, violations, visit } from './support/browser.ts';
import { HOLDER, PIN, type SigningService, startSigningService } from './support/signing-service.ts';
import { type Site, startSite } from './support/site.ts';

describe.skipIf(leftOut !== undefined)(
  `signing in Chromium through the local service${leftOut ?? ''}`,
  () => {
    let browser: Browser;
    let service: SigningService;
    let site: Site;

    beforeAll(async () => {
      service = await startSigningService();
      site = await startSite(service.url);
      service.allow(site.url);
      browser = await launch();
    });
    afterAll(async () => {
      await browser.close();
      await site.close();
      await service.close();
    });

    const open = async (viewport: { width: number; height: number } = DESKTOP) => {
      const opened = await visit(browser, `${site.url}/#/sign`, viewport);
      await opened.page.locator('#trust-roots').setInputFiles(service.rootFile);
      return opened;
    };
    const says = async (page: Page, text: string | RegExp): Promise<void> => {
      await page.locator('#sign-status', { hasText: text }).waitFor();
    };
    const readCard = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: '讀取卡片' }).press('Enter');
      await says(page, '已讀取卡片');
    };
    /** Presses 簽章 and gives the consent form of the popup. */
    const ask = async (page: Page, pin = PIN) => {
      await page.getByLabel('PIN 碼').fill(pin);
      const [popup] = await Promise.all([page.waitForEvent('popup'), page.locator('#sign').press('Enter')]);
      return popup.frameLocator('iframe').locator('form');
    };

    it('signs the letter once the person consented, and says what the signature is worth', async () => {
      const { page, context, complaints } = await open();
      await page.getByRole('button', { name: '檢查元件' }).press('Enter');
      await says(page, '元件已啟動');
      await readCard(page);
      expect(await page.locator('#cards').textContent()).toContain(HOLDER);
      const form = await ask(page);
      // The person sees the letter itself before it is signed.
      expect(await form.locator('pre').textContent()).toContain('請查照');
      await form.getByRole('button', { name: '同意' }).click();
      await says(page, '簽章完成');
      expect(await page.locator('#sign-result [data-grade]').getAttribute('data-grade')).toBe('limited');
      expect(await page.locator('#sign-result').textContent()).toContain(HOLDER);
      expect(await page.getByLabel('PIN 碼').inputValue()).toBe('');
      expect(await violations(page)).toEqual([]);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^下載/ }).press('Enter'),
      ]);
      expect(file.suggestedFilename()).toBe('1150000001.di.p7m');
      expect(readFileSync(await file.path()).includes('請查照')).toBe(true);
      expect(await kept(page)).not.toContain(PIN);
      expect(page.url()).not.toContain(PIN);
      expect(complaints).toEqual([]);
      await context.close();
    });

    it('signs a file beside it, verifies both, and notices a changed file', async () => {
      const { page, context } = await open(PHONE);
      const original = join(service.folder, 'plan.txt');
      const changed = join(service.folder, 'changed.txt');
      writeFileSync(original, '計畫書');
      writeFileSync(changed, '計劃書');
      await readCard(page);
      await page.getByLabel('這台電腦上的檔案').check();
      await page.locator('#sign-file').setInputFiles(original);
      await page.getByLabel('簽章方式').selectOption('detached');
      const form = await ask(page);
      await form.getByRole('button', { name: '同意' }).click();
      await says(page, '簽章完成');
      expect(await fits(page)).toBe(true);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^下載/ }).press('Enter'),
      ]);
      const grade = async (content: string): Promise<string | null> => {
        await page
          .locator('#verify-signature')
          .setInputFiles({ name: 'a.p7s', mimeType: 'x', buffer: readFileSync(await file.path()) });
        await page.locator('#verify-content').setInputFiles(content);
        await page.locator('#verify').press('Enter');
        await page.locator('#verify-result [data-grade]').waitFor();
        return await page.locator('#verify-result [data-grade]').getAttribute('data-grade');
      };
      expect(await grade(original)).toBe('limited');
      expect(await grade(changed)).toBe('invalid');
      await page.locator('#trust-crls').setInputFiles([...service.crlFiles]);
      expect(await grade(original)).toBe('full');
      await page.locator('#trust-roots').setInputFiles([]);
      expect(await grade(original)).toBe('invalid');
      await context.close();
    });

    it('says so when the person declines, and when the PIN is wrong', async () => {
      const { page, context } = await open();
      await readCard(page);
      const declined = await ask(page);
      await declined.getByRole('button', { name: '拒絕' }).click();
      await says(page, '沒有簽章，文件沒有改變');
      const wrong = await ask(page, '111111');
      await wrong.getByRole('button', { name: '同意' }).click();
      await says(page, 'PIN');
      expect(await page.locator('#sign-result').textContent()).toBe('');
      expect(await violations(page)).toEqual([]);
      await context.close();
    });

    it('is refused on a page that the service does not allow', async () => {
      service.allow('https://other.example');
      const { page, context } = await open();
      await page.getByRole('button', { name: '讀取卡片' }).press('Enter');
      await page.locator('#sign-status.bad').waitFor();
      service.allow(site.url);
      await context.close();
    });
  },
);

/** Everything that the page left in the browser's storage. */
const kept = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
