import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, launch, leftOut, visit } from './support/browser.ts';
import { startSite } from './support/site.ts';

describe.skipIf(leftOut !== undefined)(`without the server${leftOut ?? ''}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('still opens, writes, checks and makes papers after the server stopped', async () => {
    const site = await startSite();
    const { page, context } = await visit(browser, `${site.url}/#/letter`, DESKTOP, 'allow');
    await page.locator('#offline', { hasText: '可離線使用' }).waitFor();
    await site.close();
    await page.reload();
    await page.locator('#f-主旨').fill('檢送計劃書1份，請查照。');
    await page.locator('.finding', { hasText: '計畫' }).first().waitFor();
    for (const [id, begin] of [
      ['docx', 'PK'],
      ['odt', 'PK'],
      ['exchange', 'PK'],
      ['html', '<!'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`[data-paper="${id}"]`).click(),
      ]);
      expect(
        readFileSync(await file.path())
          .subarray(0, 2)
          .toString(),
        id,
      ).toBe(begin);
    }
    // 楷體 is at hand for characters that the page has not shown before.
    expect(
      await page.evaluate(async () => (await document.fonts.load('16px "LXGW WenKai TC"', '鑫龘')).length),
    ).toBeGreaterThan(0);
    await page.locator('[data-paper="pdf"]').click();
    await page.getByText('離線時請用「列印」').waitFor();
    await page.goto(`${site.url}/#/forms/g2b2c-01`);
    await page.getByText('管理機關').first().waitFor();
    await page.goto(`${site.url}/#/sign`);
    await page.getByRole('button', { name: '讀取卡片' }).waitFor();
    await context.close();
  });
});
