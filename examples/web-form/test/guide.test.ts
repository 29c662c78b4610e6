import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, leftOut } from './support/browser.ts';
import { type GuidePage, startGuidePage } from './support/guide-page.ts';
import { HOLDER, PIN, type SigningService, startSigningService } from './support/signing-service.ts';

const OPENSSL = '/usr/bin/openssl';
const withoutOpenssl = (process.env.KCC_WITHOUT ?? '').split(',').includes('openssl')
  ? '（left out by KCC_WITHOUT: openssl）'
  : undefined;

describe.skipIf(leftOut !== undefined)(
  `the page of docs/guides/browser-signing.md in Chromium${leftOut ?? ''}`,
  () => {
    let browser: Browser;
    let service: SigningService;
    let guide: GuidePage;
    let page: Page;

    const start = async () => {
      service = await startSigningService();
      guide = await startGuidePage(service.url, readFileSync(service.rootFile, 'utf8'));
      service.allow(guide.url);
    };
    beforeAll(async () => {
      [browser] = await Promise.all([launch(), start()]);
      page = await browser.newPage({ acceptDownloads: true });
      await page.goto(guide.url);
    });
    afterAll(async () => {
      await browser.close();
      guide.close();
      await service.close();
    });
    /** Presses 簽章 and gives the popup, with the consent form in it. */
    const ask = async () => {
      await page.getByLabel('PIN 碼').fill(PIN);
      const sign = page.getByRole('button', { name: '簽章' });
      const [popup] = await Promise.all([page.waitForEvent('popup'), sign.click()]);
      const form = popup.frameLocator('iframe').locator('form');
      await form.waitFor();
      return { popup, form };
    };
    const says = (text: string) => page.locator('#result', { hasText: text }).waitFor();
    const fetchFile = async (name: string): Promise<string> => {
      const link = page.getByRole('link', { name });
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
      expect(file.suggestedFilename()).toBe(name);
      const path = join(service.folder, name);
      await file.saveAs(path);
      return path;
    };

    it('is built by Vite without a warning: no Node module is in it', () => {
      expect(guide.warnings).toEqual([]);
    });

    it('finds the service, reads the card and says what is wrong with the letter', async () => {
      await page.locator('#service', { hasText: /服務 [\d.]+$/ }).waitFor();
      await page.getByRole('button', { name: '讀卡' }).click();
      await page.locator('#card', { hasText: HOLDER }).waitFor();
      const subject = await page.getByLabel('主旨').inputValue();
      await page.getByLabel('主旨').fill('檢送資料一份。');
      await page.getByRole('button', { name: '檢查' }).click();
      expect(await page.locator('#issues').textContent()).toContain('GW-A001');
      await page.getByLabel('主旨').fill(subject);
    });

    it('signs nothing when the person closes the popup', async () => {
      await (await ask()).popup.close();
      await says('USER_CANCELLED');
      expect(await page.locator('#files').textContent()).toBe('');
    });

    it('signs the letter with the card, from click to downloaded files', async () => {
      const { form } = await ask();
      const shown = await form.textContent();
      await form.getByRole('button', { name: '同意' }).click();
      await says(`簽章有效（limited）：${HOLDER}`);
      expect(await page.getByLabel('PIN 碼').inputValue()).toBe('');
      const letter = await fetchFile('1150000001.di');
      const signature = await fetchFile('1150000001.p7s');
      expect(readFileSync(letter, 'utf8')).toContain('請提供115年度計畫書，請查照。');
      // The card signs attributes; the person at the popup still sees which letter they stand for.
      expect(shown).toContain(createHash('sha256').update(readFileSync(letter)).digest('hex'));
      if (withoutOpenssl !== undefined) return;
      if (!existsSync(OPENSSL)) throw new Error('Debian packages are missing: openssl (see KCC_WITHOUT)');
      const verify = ['cms', '-verify', '-inform', 'DER', '-binary', '-CAfile', service.rootFile];
      const files = ['-in', signature, '-content', letter, '-out', '/dev/null'];
      execFileSync(OPENSSL, [...verify, ...files], { stdio: 'pipe' });
    });
  },
);
