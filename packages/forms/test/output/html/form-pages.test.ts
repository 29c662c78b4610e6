import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { forms } from '../../../src/catalogue/forms.ts';
import { xcaApplicationPrimary } from '../../../src/catalogue/xca-application/form.ts';
import { formDocument } from '../../../src/output/html/index.ts';
import { itNeedsChromium } from '../../support/foreign-tools.ts';
import { samples } from '../../support/samples.ts';

const html = fileURLToPath(new URL('../../../src/output/html/index.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../src/index.ts', import.meta.url));
const asOf = '2019-12-10';
let browser: Browser | undefined;
let script: Promise<string> | undefined;

afterAll(async () => {
  await browser?.close();
});

/** A module that mounts the form named in `#form`; what would be downloaded is kept in `window.files`. */
function bundle(): Promise<string> {
  script ??= build({
    stdin: {
      contents: `import { findForm } from ${JSON.stringify(root)};
        import { mountForm } from ${JSON.stringify(html)};
        window.files = [];
        window.start = (id, data) => { window.mounted = mountForm(document.querySelector('#form'), findForm(id), {
          asOf: ${JSON.stringify(asOf)}, data, onFile: (name, text, type) => window.files.push({ name, text, type }) }); };
        window.restart = (id, data) => { window.mounted.unmount(); window.start(id, data); };`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@kcc/source'],
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

async function open(id: string, data: unknown = {}): Promise<Page> {
  browser ??= await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const form = forms.find((each) => each.id === id) ?? xcaApplicationPrimary;
  await page.setContent(formDocument(form, { script: { text: await bundle() } }));
  await page.evaluate(([name, known]) => Reflect.get(window, 'start')(name, known), [id, data] as const);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await page.evaluate(await readFile(axe, 'utf8'));
  }
  const results: unknown = await page.evaluate(() =>
    Reflect.get(window, 'axe').run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const { violations: found } = results as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const title = (page: Page) => page.locator('h1').textContent();

/** Moves with the Tab key alone until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

async function type(page: Page, path: string, text: string): Promise<void> {
  await tabTo(page, `[name="${path}"]`);
  await page.keyboard.type(text);
}

/** Chooses from a list with the arrow keys, as someone without a mouse does; the list is drawn anew after each change. */
async function chooseByArrow(page: Page, path: string, wanted: string): Promise<void> {
  const control = page.locator(`[name="${path}"]`);
  await tabTo(page, `[name="${path}"]`);
  for (let count = 0; count < 60 && (await control.inputValue()) !== wanted; count += 1) {
    await page.keyboard.press('ArrowDown');
  }
  expect(await control.inputValue()).toBe(wanted);
}

describe('the pages of a form in Chromium', () => {
  itNeedsChromium(
    'the whole application with the keyboard alone, from the first page to the printed form',
    async () => {
      const page = await open('xca-application-primary');
      expect(await title(page)).toBe('申請');
      await tabTo(page, '[name="/application/agreedToTerms"]');
      await page.keyboard.press('Space');
      await type(page, '/application/caseNumber', '04001-00000-00000-00000-80067');
      await type(page, '/application/filledOn', '108/10/07');
      await page.keyboard.press('Enter');
      expect(await title(page)).toBe('組織及團體資料');
      await type(page, '/organisation/name', '測試');
      await type(page, '/organisation/address/postalCode', '83074');
      await chooseByArrow(page, '/organisation/address/county', '高雄市');
      await chooseByArrow(page, '/organisation/address/district', '鳳山區');
      await type(page, '/organisation/address/street', '測試');
      await type(page, '/organisation/phone', '077470171');
      await page.keyboard.press('Enter');
      expect(await title(page)).toBe('憑證聯絡人資料');
      await type(page, '/contact/name', '王小明');
      await type(page, '/contact/email', '123@132.tw');
      await tabTo(page, '[name="/contact/sameAddress"]');
      await page.keyboard.press('Space');
      expect(await focused(page)).toBe('field-contact-sameAddress');
      expect(await page.locator('[name="/contact/address/street"]').count()).toBe(0);
      await type(page, '/contact/phone', '077470171');
      await page.keyboard.press('Enter');
      expect(await title(page)).toBe('檢查您的答案');
      expect(await page.locator('dl').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringContaining('83074 高雄市鳳山區測試')]),
      );
      await tabTo(page, '[data-action="print"]');
      await page.keyboard.press('Enter');
      await tabTo(page, '[data-action="save"]');
      await page.keyboard.press('Enter');
      const files = (await page.evaluate(() => Reflect.get(window, 'files'))) as {
        name: string;
        text: string;
      }[];
      expect(files.map(({ name }) => name)).toEqual([
        'xca-application-primary.html',
        'xca-application-primary.json',
      ]);
      expect(files[0]?.text).toContain('0400100000000000000080067');
      expect(files[1]?.text).not.toContain('王小明');
      await page.close();
    },
    60_000,
  );

  itNeedsChromium(
    'a refused page says what is wrong, takes the focus and leads to each field',
    async () => {
      const page = await open('xca-application-primary');
      await tabTo(page, 'button.main');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
      expect(await page.title()).toMatch(/^錯誤：申請/);
      expect(await page.locator('.summary li').count()).toBe(2);
      await tabTo(page, '.summary a');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('field-application-agreedToTerms');
      const described = await page.locator('#field-application-filledOn').getAttribute('aria-describedby');
      for (const id of (described ?? '').split(' ')) expect(await page.locator(`#${id}`).count()).toBe(1);
      expect(await page.locator('#field-application-filledOn').getAttribute('aria-invalid')).toBe('true');
      await page.close();
    },
    60_000,
  );

  itNeedsChromium(
    'axe-core finds nothing on any page of any form, filled; nor on refused pages',
    async () => {
      const page = await open('xca-application-primary');
      const found: string[] = [];
      const refused = ['xca-application-primary', 'xca-payment'].map((id) => [id, {}] as const);
      for (const [id, data] of [...Object.entries(samples), ...refused]) {
        await page.evaluate(([name, known]) => Reflect.get(window, 'restart')(name, known), [
          id,
          data,
        ] as const);
        for (let step = 0; step < 8; step += 1) {
          if (step > 0 || data !== samples[id]) await page.locator('button[type=submit]').click();
          found.push(...(await violations(page)).map((violation) => `${id} ${step} ${violation}`));
          if ((await page.locator('form').count()) === 0 || data !== samples[id]) break;
        }
      }
      expect(found).toEqual([]);
      await page.close();
    },
    180_000,
  );

  itNeedsChromium(
    'every control is at least 24 px high and wide',
    async () => {
      const page = await open('xca-application-primary', samples['xca-application-primary']);
      await page.locator('button[type=submit]').click();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, input, select, textarea')]
          .map((control) => ({ id: control.id, box: control.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ id }) => id),
      );
      expect(small).toEqual([]);
      await page.close();
    },
    60_000,
  );

  itNeedsChromium(
    'a secret is neither written into the page nor into a saved file',
    async () => {
      const data = { ...samples['xca-user-code-letter'] };
      const page = await open('xca-user-code-letter', data);
      expect(await page.content()).not.toContain('111111111');
      await page.locator('button[type=submit]').click();
      await page.locator('#keep-personal').check();
      await page.locator('[data-action=save]').click();
      await page.locator('[data-action=print]').click();
      expect(await page.content()).not.toContain('111111111');
      expect(JSON.stringify(await page.evaluate(() => Reflect.get(window, 'files')))).not.toContain(
        '111111111',
      );
      await page.close();
    },
    60_000,
  );
});
