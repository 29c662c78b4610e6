import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HipkiService, startHipkiService } from '../../support/hipki-service.ts';
import { CHROMIUM, leftOut, need } from '../../support/requirement.ts';
import { testCardFiles } from '../../support/test-keys.ts';

const reason = leftOut(CHROMIUM);

/** What the page's script puts on its window. */
declare global {
  interface Window {
    readonly signIn: (url: string, pin: string) => Promise<string>;
    readonly look: (url: string) => Promise<string>;
    readonly result: Promise<string>;
  }
}

const PAGE_SCRIPT = `
import { createHipkiDriver, createPopupTransport } from './index.ts';
const run = async (action) => { try { return await action(); } catch (error) { return error.code ?? String(error); } };
const open = (url) => createHipkiDriver({ transport: createPopupTransport({ url, window, readyTimeout: 3000 }) });
window.look = (url) => run(async () => (await open(url).environment('windows')).version);
let driver, reader;
window.steps = {
  list: (url) => run(async () => { driver = open(url); [reader] = await driver.readers(); return reader.card.number; }),
  sign: (pin) => run(async () => {
    const session = await driver.open(reader.id, pin);
    const signature = await session.signer.sign(new TextEncoder().encode('主旨'));
    return String(signature.length);
  }),
};
const button = (name, action) => document.getElementById(name).addEventListener('click', () => { window.result = action(); });
button('list', () => window.steps.list(location.hash.slice(1)));
button('sign', () => window.steps.sign('246802'));
button('wrong', () => window.steps.sign('111111'));
`;

describe.skipIf(reason !== undefined)(`HiPKI client in Chromium ${reason ?? ''}`, () => {
  let browser: Browser;
  let service: HipkiService;
  let site: ReturnType<typeof createServer>;
  let page: Page;

  beforeAll(async () => {
    need(CHROMIUM);
    service = await startHipkiService({
      number: 'TTAJ000000000321',
      files: testCardFiles(),
      pin: '246802',
      triesLeft: 3,
    });
    const bundle = await build({
      stdin: {
        contents: PAGE_SCRIPT,
        resolveDir: fileURLToPath(new URL('../../../src/drivers/hipki/', import.meta.url)),
        loader: 'js',
      },
      bundle: true,
      format: 'iife',
      platform: 'browser',
      conditions: ['@kcc/source'],
      write: false,
    });
    const html = `<!doctype html><meta charset="utf-8"><button id="list">a</button><button id="sign">b</button><button id="wrong">c</button><script>${bundle.outputFiles[0]?.text}</script>`;
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath: CHROMIUM.file, args: ['--no-sandbox'] });
    page = await browser.newPage();
    // A TCP server's address is always an AddressInfo.
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/#${service.url}`);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
    await service.close();
  });

  const click = async (name: string): Promise<string> => {
    await page.click(`#${name}`);
    return await page.evaluate(() => window.result);
  };

  it('reads version and readers through the probe image, without a popup', async () => {
    expect(await page.evaluate((url) => window.look(url), service.url)).toBe('1.3.4.103328');
  });

  it('reads the card in one popup, then signs in one more', async () => {
    expect(await click('list')).toBe('TTAJ000000000321');
    expect(await click('sign')).toBe('256');
    expect(service.seen.map(({ path }) => path)).toEqual(['/sign']);
  });

  it('tells a wrong PIN with the tries left', async () => {
    expect(await click('wrong')).toBe('PIN_INCORRECT');
    expect(service.card.triesLeft).toBe(2);
  });

  it('finds no service behind a closed port', async () => {
    expect(await page.evaluate((url) => window.look(url), 'http://127.0.0.1:9')).toBe('SERVICE_UNREACHABLE');
  });
});
