import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import {
  DESKTOP,
  fits,
  launch,
  leftOut,
  PHONE,
  tabTo,
  type Visit,
  violations,
  visit,
} from './support/browser.ts';

describe.skipIf(leftOut !== undefined)(`writing a letter in Chromium${leftOut ?? ''}`, () => {
  let browser: Browser;
  const site = { url: inject('site') };

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  const open = (viewport = DESKTOP as { width: number; height: number }): Promise<Visit> =>
    visit(browser, `${site.url}/#/letter`, viewport);
  const replaceWith = async (page: Page, label: string, text: string): Promise<void> => {
    await tabTo(page, `#f-${label}`);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  };
  const picture = async (page: Page): Promise<string> =>
    (await page.locator('svg.sheet text').allTextContents()).join('');

  it('is accessible and fits at the width of a desktop, in fields', async () => {
    const { page, context, complaints, foreign } = await open();
    expect(await violations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  });

  it('is accessible and fits at the width of a phone, in fields and as one text', async () => {
    const { page, context, complaints } = await open(PHONE);
    expect(await fits(page)).toBe(true);
    await page.locator('summary').first().click();
    await page.getByLabel('編輯方式').selectOption('text');
    await page.locator('#draft-text').waitFor();
    await page.locator('details').last().locator('summary').click();
    await page.getByLabel('範本').selectOption('簽稿會核單');
    await page.getByRole('button', { name: '使用範本' }).press('Enter');
    await expect.poll(() => picture(page)).toContain('簽稿會核單');
    expect(await violations(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps the draft in the browser without contact data, until one asks for more or clears it', async () => {
    const { page, context } = await open();
    const kept = (): Promise<string> =>
      page.evaluate(() => localStorage.getItem('kcc-web-form:letter') ?? '');
    await replaceWith(page, '主旨', '檢送測試計畫書1份，請查照。');
    await expect.poll(kept).toContain('測試計畫書');
    expect(await kept()).not.toContain('name@example.invalid');
    await page.locator('summary').first().press('Enter');
    await page.getByLabel('這台電腦也保存聯絡方式').check();
    await expect.poll(kept).toContain('name@example.invalid');
    await page.reload();
    expect(await page.locator('#f-主旨').inputValue()).toBe('檢送測試計畫書1份，請查照。');
    await page.getByRole('button', { name: '清除草稿' }).press('Enter');
    expect(await page.locator('#f-主旨').inputValue()).toBe('檢送○○計畫書1份，請查照。');
    await page.getByRole('button', { name: '復原' }).press('Enter');
    expect(await page.locator('#f-主旨').inputValue()).toBe('檢送測試計畫書1份，請查照。');
    await context.close();
  });

  it('checks while one types, offers a fix, applies it and takes it back, with the keyboard alone', async () => {
    const { page, context } = await open();
    await replaceWith(page, '主旨', '檢送計劃書1份,請查照。');
    const finding = page.locator('.finding', { hasText: '計畫' }).first();
    await finding.waitFor();
    expect(await picture(page)).toContain('檢送計劃書1份,請查照。');
    await tabTo(page, '.finding .small');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^(?:改成|修正)/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#f-主旨').inputValue()).not.toBe('檢送計劃書1份,請查照。');
    expect(await page.locator('.status').first().textContent()).toContain('已修正');
    await page.keyboard.press('Control+Alt+z');
    await expect.poll(() => page.locator('#f-主旨').inputValue()).toBe('檢送計劃書1份,請查照。');
    await context.close();
  });

  it('leads from a finding to the words in their field', async () => {
    const { page, context } = await open();
    await page.locator('#f-說明').fill('依據年度計劃辦理。');
    const finding = page.locator('.finding', { hasText: '計畫' }).first();
    await finding.getByRole('button', { name: '前往「說明」' }).press('Enter');
    const marked = await page.evaluate(() => {
      const field = document.activeElement;
      return field instanceof HTMLTextAreaElement
        ? [field.id, field.value.slice(field.selectionStart, field.selectionEnd)]
        : [];
    });
    expect(marked).toEqual(['f-說明', '計劃']);
    await context.close();
  });

  it('shows the lines of the paper: the PDF that the server sets has the same ones', async () => {
    const { page, context } = await open();
    await replaceWith(
      page,
      '主旨',
      `檢送計畫書1份，${'本案涉及多個單位之協調與經費之編列，'.repeat(3)}請查照。`,
    );
    await expect.poll(() => picture(page)).toContain('經費之編列');
    const pdf = await downloaded(page, 'pdf');
    const text = execFileSync('/usr/bin/pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
    const lines = text.split('\n').filter((line) => /本案|協調|編列/.test(line));
    expect(lines.length).toBeGreaterThan(2);
    const shown = await page.evaluate(() => {
      const rows = new Map<string, string>();
      for (const run of document.querySelectorAll('svg.sheet text')) {
        const y = run.getAttribute('y') ?? '';
        rows.set(y, (rows.get(y) ?? '') + (run.textContent ?? ''));
      }
      return [...rows.values()];
    });
    for (const line of lines) expect(shown).toContain(line.replace(/\s/g, ''));
    // The other copies have their marks, on every sheet.
    await page.locator('#f-說明').fill('依據年度計畫辦理。'.repeat(90));
    await page.getByLabel('本別').selectOption('received');
    await expect.poll(() => page.locator('svg.sheet').count()).toBe(2);
    for (const mark of ['電子公文', '騎', '縫', '第2頁，共2頁']) expect(await picture(page)).toContain(mark);
    await context.close();
  });

  it('gives every file: papers, exchange files that read back, drafts', async () => {
    const { page, context } = await open();
    await page.locator('#f-附件').fill('計畫書1份');
    for (const [id, begin] of [
      ['docx', 'PK'],
      ['odt', 'PK'],
      ['html', '<!DOCTYPE html>'],
      ['paper-text', '檔'],
      ['draft-json', '{'],
    ] as const) {
      const content = readFileSync(await downloaded(page, id));
      expect(content.subarray(0, begin.length * 3).toString('utf8'), id).toContain(begin);
    }
    const files = unzipSync(readFileSync(await downloaded(page, 'exchange')));
    expect(Object.keys(files).sort()).toEqual(['1150000001.di', '1150000001.sw']);
    const di = Buffer.from(files['1150000001.di'] ?? []).toString('utf8');
    expect(di).toMatch(/<主旨>\s*<文字>檢送○○計畫書1份，請查照。<\/文字>/);
    // A draft that was downloaded gives the letter back.
    const draft = {
      name: 'draft.yaml',
      mimeType: 'text/yaml',
      buffer: readFileSync(await downloaded(page, 'draft-yaml')),
    };
    await page.locator('#f-附件').fill('');
    await page.locator('#import').setInputFiles(draft);
    await expect.poll(() => page.locator('#f-附件').inputValue()).toBe('計畫書1份');
    await context.close();
  });
});

/** Presses the button of a file and gives the path of what came. */
async function downloaded(page: Page, id: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-paper="${id}"]`).press('Enter'),
  ]);
  return await file.path();
}
