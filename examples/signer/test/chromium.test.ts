import { verify, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROTOCOL_PAGE } from './support/protocol-page.ts';
import { issue, NUMBER, PIN, startWorld, type World } from './support/world.ts';

const CHROMIUM = '/usr/bin/chromium';
const reason = (process.env.KCC_WITHOUT ?? '').split(',').includes('chromium')
  ? '（left out by KCC_WITHOUT: chromium）'
  : undefined;
const TEXT = '主旨：測試 100% & 1+1';

describe.skipIf(reason !== undefined)(`a page of the published protocol in Chromium${reason ?? ''}`, () => {
  let browser: Browser;
  let site: Server;
  let stranger: Server;
  let world: World;
  let page: Page;

  beforeAll(async () => {
    if (!existsSync(CHROMIUM)) throw new Error('Debian packages are missing: chromium (see KCC_WITHOUT)');
    site = await serve();
    stranger = await serve();
    world = await startWorld({ issued: await issue(), allow: [originOf(site)] });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    site.close();
    stranger.close();
    await world.close();
  });
  beforeEach(async () => {
    page = await openPage(site);
  });
  afterEach(() => page.context().close());

  const openPage = async (server: Server) => {
    const opened = await (await browser.newContext()).newPage();
    await opened.goto(`${originOf(server)}/#${world.service.url}`);
    return opened;
  };
  const reply = async (from = page): Promise<Record<string, unknown>> => {
    await from.waitForFunction(() => document.getElementById('out')?.textContent !== '');
    return JSON.parse((await from.textContent('#out')) ?? '');
  };
  /** Clicks on the page and gives the consent form inside the popup. */
  const popupFor = async (button: string) => {
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.click(button)]);
    return { popup, form: popup.frameLocator('iframe').locator('form') };
  };
  const readCard = async () => {
    await page.click('#info');
    const answer = await reply();
    await page.evaluate(() => document.getElementById('out')?.replaceChildren());
    return answer;
  };
  const isSigned = (answer: Record<string, unknown>) => {
    const certificate = new X509Certificate(Buffer.from(String(answer.certb64), 'base64'));
    const signature = Buffer.from(String(answer.signature), 'base64');
    return verify('sha256', Buffer.from(TEXT), certificate.publicKey, signature);
  };

  it('finds service and card by the probe image', async () => {
    await page.click('#probe');
    expect(await reply()).toMatchObject({
      func: 'pkcs11info',
      ret_code: 0,
      slots: [{ slotDescription: '模擬讀卡機 0', token: { serialNumber: NUMBER } }],
    });
  });

  it('reads the certificates through the popup, which closes itself', async () => {
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('#info')]);
    await popup.waitForEvent('close');
    const answer = await reply();
    expect(JSON.stringify(answer)).toContain('certb64');
  });

  it('signs with the PIN of the page once the person consented in the popup', async () => {
    await readCard();
    const { popup, form } = await popupFor('#sign');
    expect(await popup.textContent('.notice')).toContain('不是官方的 HiPKI 跨平台網頁元件');
    expect(await form.locator('pre').textContent()).toBe(TEXT);
    expect(await form.textContent()).toContain(originOf(site));
    await Promise.all([popup.waitForEvent('close'), form.getByRole('button', { name: '同意' }).click()]);
    const answer = await reply();
    expect(answer).toMatchObject({ func: 'sign', ret_code: 0, last_error: 0, cardSN: NUMBER });
    expect(isSigned(answer)).toBe(true);
  });

  it('takes the PIN in its own form when the page sends none', async () => {
    await readCard();
    const { form } = await popupFor('#nopin');
    await form.getByLabel('PIN 碼').fill(PIN);
    await form.getByRole('button', { name: '同意' }).click();
    expect(isSigned(await reply())).toBe(true);
  });

  it('also lets the person consent at its own address, and makes PKCS7', async () => {
    await readCard();
    await popupFor('#pkcs7');
    const desk = await page.context().newPage();
    await desk.goto(world.service.url);
    await desk.getByRole('button', { name: '同意' }).click();
    const answer = await reply();
    expect(answer).toMatchObject({ ret_code: 0 });
    expect(Buffer.from(String(answer.signature), 'base64').includes(TEXT)).toBe(true);
  });

  it('answers 0x76000999 when the person declines', async () => {
    await readCard();
    const { form } = await popupFor('#sign');
    await form.getByRole('button', { name: '拒絕' }).click();
    expect(await reply()).toMatchObject({ func: 'sign', ret_code: 0x76000999 });
  });

  it('drops the request when the popup is closed', async () => {
    await readCard();
    const { popup, form } = await popupFor('#sign');
    await form.waitFor();
    await popup.close();
    const desk = await page.context().newPage();
    await desk.goto(world.service.url);
    await desk.getByText('目前沒有等待同意的請求').waitFor();
    expect(world.log().at(-1)).toMatchObject({ event: 'withdrawn' });
  });

  it('refuses a page that is not on the list, in the popup and in the image', async () => {
    const other = await openPage(stranger);
    await other.click('#info');
    expect(await reply(other)).toMatchObject({ func: 'pkcs11info', ret_code: 0x76000031 });
    await other.evaluate(() => document.getElementById('out')?.replaceChildren());
    await other.click('#probe');
    expect(await reply(other)).toMatchObject({ ret_code: 0x76000031 });
    expect(world.log().at(-1)).toMatchObject({ event: 'refused', requester: originOf(stranger) });
  });
});

async function serve(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PROTOCOL_PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function originOf(server: Server): string {
  // A TCP server's address is always an AddressInfo.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
