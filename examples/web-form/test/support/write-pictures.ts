// Writes the pictures of the docs: node --conditions=@kcc/source --import tsx test/support/write-pictures.ts
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildPage } from '../../src/build/build-page.ts';
import { DESKTOP, launch, PHONE, visit } from './browser.ts';
import { PIN, type SigningService, startSigningService } from './signing-service.ts';
import { startSite } from './site.ts';

const folder = fileURLToPath(new URL('../../../../docs/pictures/', import.meta.url));

const LETTER = `高雄市議員測試服務處　函
發文機關：高雄市議員測試服務處【XA00102568】
地址：830高雄市鳳山區範例路1段1號
承辦人：王小明
電話：07-7470000
電子信箱：office@example.tw
受文者：高雄市政府工務局
發文日期：中華民國115年11月25日
發文字號：高議測字第1150000012號
速別：速件
附件：會勘照片1份
主旨：檢送鳳山區範例路人行道破損會勘照片1份,請惠予派員修復，請查照。
說明：
一、依據里民陳情及本處115年11月20日現場會勘結果辦理。
二、破損位置及建議如下：
(一)範例路1號至21號前，地磚隆起約5公分，雨後積水。
(二)建議列入本年度人行道改善計劃優先辦理。
三、辦理情形請副知本處。
正本：高雄市政府工務局【397000000A】
副本：高雄市鳳山區公所【397050000A】
署名：議員　王小明
`;

async function open(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
): Promise<Page> {
  const { page } = await visit(browser, url, viewport, 'allow');
  await page.locator('#offline', { hasText: '可離線使用' }).waitFor();
  return page;
}

async function shoot(page: Page, name: string, whole = false): Promise<void> {
  // The picture is taken once the fonts stand.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(folder, `web-form-${name}.png`), fullPage: whole });
  await page.context().close();
}

async function letters(browser: Browser, url: string): Promise<void> {
  const draft = { name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from(LETTER) };
  for (const [name, viewport] of [
    ['letter-desktop', { width: 1280, height: 1180 }],
    ['letter-phone', PHONE],
  ] as const) {
    const page = await open(browser, `${url}/#/letter`, viewport);
    await page.locator('#import').setInputFiles(draft);
    await page.getByText('已匯入').waitFor();
    await page.locator('.finding').first().waitFor();
    if (name === 'letter-phone') await page.locator('.jump').click();
    await shoot(page, name);
  }
}

async function forms(browser: Browser, url: string): Promise<void> {
  await shoot(await open(browser, `${url}/#/forms`, DESKTOP), 'forms-desktop');
  const refused = await open(browser, `${url}/#/forms/g2b2c-01`, DESKTOP);
  await refused.locator('#form-root button.main').click();
  await refused.locator('.summary').waitFor();
  await shoot(refused, 'form-refused-desktop');
  const phone = await open(browser, `${url}/#/forms/exchange-consent`, PHONE);
  await phone.locator('#form-root form').waitFor();
  await shoot(phone, 'form-phone');
}

async function sign(browser: Browser, url: string, service: SigningService): Promise<void> {
  const page = await open(browser, `${url}/#/sign`, { width: 1280, height: 1100 });
  await page.locator('#trust-roots').setInputFiles(service.rootFile);
  await page.getByRole('button', { name: '讀取卡片' }).click();
  await page.getByText('已讀取卡片').waitFor();
  await page.getByLabel('PIN 碼').fill(PIN);
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.locator('#sign').click()]);
  await popup.frameLocator('iframe').getByRole('button', { name: '同意' }).click();
  await page.locator('#sign-result [data-grade]').waitFor();
  await shoot(page, 'sign-desktop', true);
}

mkdirSync(folder, { recursive: true });
await buildPage();
const service = await startSigningService();
const site = await startSite(service.url);
service.allow(site.url);
const browser = await launch();
try {
  await shoot(await open(browser, site.url, DESKTOP), 'home-desktop');
  await letters(browser, site.url);
  await forms(browser, site.url);
  await sign(browser, site.url, service);
} finally {
  await browser.close();
  await site.close();
  await service.close();
}
