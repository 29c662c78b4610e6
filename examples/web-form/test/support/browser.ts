import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Why the tests in a browser are left out; undefined when they are not. */
export const leftOut = (process.env.KCC_WITHOUT ?? '').split(',').includes('chromium')
  ? '（left out by KCC_WITHOUT: chromium）'
  : undefined;

/** @throws Error with the name of the Debian package when it is missing */
export async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error('Debian packages are missing: chromium (see KCC_WITHOUT)');
  return await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}

export const PHONE = { width: 390, height: 844 } as const;
export const DESKTOP = { width: 1280, height: 900 } as const;

/** A page of its own with nothing kept from others; what its console says and what the policy refuses is collected. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
  /** Addresses of other hosts that were asked for. */
  readonly foreign: readonly string[];
}

export async function visit(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
  // Only the test of offline use needs the worker; for all others it would fetch the whole font each time.
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<Visit> {
  const context = await browser.newContext({
    viewport,
    acceptDownloads: true,
    locale: 'zh-TW',
    serviceWorkers,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    const blocked = message.text().includes('Service Worker registration blocked');
    if (!blocked && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const { origin } = new URL(url);
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(?:blob|data):/.test(request.url()))
      foreign.push(request.url());
  });
  await page.goto(url);
  await page.locator('main[data-shown]').waitFor();
  return { page, context, complaints, foreign };
}

const AXE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong with the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await AXE);
  const results: unknown = await page.evaluate(
    (tags) => Reflect.get(window, 'axe').run(document, { runOnly: tags }),
    TAGS,
  );
  const { violations: found } = results as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

/** Moves with the Tab key alone until an element has the focus. */
export async function tabTo(page: Page, selector: string, most = 90): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

/** True when nothing makes the page scroll sideways. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
