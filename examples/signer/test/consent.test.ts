import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Person, personAt, post, signing } from './support/person.ts';
import { type Issued, issue, PAGE, PIN, startWorld, type World } from './support/world.ts';

let issued: Issued;
let world: World;
let person: Person;

beforeAll(async () => {
  issued = await issue();
});
beforeEach(async () => {
  world = await startWorld({ issued });
  person = personAt(world.service);
});
afterEach(() => world.close());

const ask = (text: string, more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  post(world.service, '/sign', signing(text, more), { headers });
const events = () => world.log().map(({ event }) => event);

describe('consent', () => {
  it('shows name, size, text and hash of each document before anything is signed', async () => {
    const text = '主旨：檢送資料 1 份。';
    const pending = ask(text, { documentName: '1140001.di', pin: PIN }, { origin: PAGE });
    const page = await person.see(1);
    expect(page).toContain('1140001.di');
    expect(page).toContain(`${Buffer.byteLength(text)} 位元組`);
    expect(page).toContain(`<pre>${text}</pre>`);
    expect(page).toContain(createHash('sha256').update(text).digest('hex'));
    expect(page).toContain(`網站 <strong>${PAGE}</strong>`);
    expect(page).toContain('這不是官方的 HiPKI 跨平台網頁元件');
    expect(page).not.toContain(PIN);
    expect(events()).toEqual(['asked']);
    await person.press(page, 'approve');
    expect(await pending).toMatchObject({ ret_code: 0 });
  });

  it('covers a batch of requests with one consent and one PIN entered here', async () => {
    const pending = ['甲', '乙', '丙'].map((text) => ask(text));
    const page = await person.see(3);
    expect(page.match(/<form/g)).toHaveLength(1);
    const without = await person.press(page, 'approve');
    expect(await without.text()).toContain('請輸入 PIN 碼。');
    await person.press(page, 'approve', { pin: PIN });
    for (const answer of await Promise.all(pending))
      expect(answer).toMatchObject({ func: 'sign', ret_code: 0 });
    const approved = world.log().filter(({ event }) => event === 'approved');
    expect(approved).toHaveLength(3);
    for (const entry of approved) expect(entry).toMatchObject({ pin: 'person', batch: { length: 3 } });
  });

  it('signs only what was on the page', async () => {
    const first = ask('先到', { pin: PIN });
    const page = await person.see(1);
    const second = ask('後到', { pin: PIN });
    await person.see(2);
    await person.press(page, 'approve');
    expect(await first).toMatchObject({ ret_code: 0 });
    expect(await person.see(1)).toContain('後到');
    await person.decline(1);
    expect(await second).toMatchObject({ ret_code: 0x76000999 });
  });

  it('keeps two requesters apart', async () => {
    const fromPage = ask('網頁', { pin: PIN }, { origin: PAGE });
    const fromProgram = ask('程式', { pin: PIN });
    const page = await person.see(2);
    expect(page.match(/<form/g)).toHaveLength(2);
    const both = await person.press(page, 'approve');
    expect(await both.text()).toContain('一次同意只能涵蓋同一個要求者');
    for (const form of page.split('<form').slice(1)) await person.press(`<form${form}`, 'decline');
    expect(await fromPage).toMatchObject({ ret_code: 0x76000999 });
    expect(await fromProgram).toMatchObject({ ret_code: 0x76000999 });
  });

  it('forgets a request whose page went away, and signs nothing for it', async () => {
    const gone = new AbortController();
    const pending = post(world.service, '/sign', signing('取消', { pin: PIN }), { signal: gone.signal });
    const page = await person.see(1);
    gone.abort();
    await expect(pending).rejects.toThrow();
    await person.see(0);
    expect((await person.press(page, 'approve')).status).toBe(400);
    await vi.waitFor(() => expect(events()).toEqual(['asked', 'withdrawn']));
  });

  it('takes silence for no', async () => {
    await world.close();
    world = await startWorld({ issued, patience: 30 });
    expect(await ask('無人回應', { pin: PIN })).toMatchObject({ ret_code: 0x76000999 });
    expect(events()).toEqual(['asked', 'expired']);
  });

  it('shows characters that hide or turn text, and no markup of a document', async () => {
    const pending = ask('付款\u202E元001\u200B<script>alert(1)</script>', { pin: PIN });
    const page = await person.see(1);
    expect(page).toContain('付款‹U+202E›元001‹U+200B›&#60;script&#62;');
    await person.decline(1);
    await pending;
  });

  it('shows binary data by its hash, and warns that a RAW digest shows no document', async () => {
    const binary = ask('AAEC', { tbsEncoding: 'base64', pin: PIN });
    expect(await person.see(1)).toContain('二進位資料');
    await person.decline(1);
    await binary;
    const digest = createHash('sha256').update('x').digest();
    const raw = ask(digest.toString('base64'), { signatureType: 'RAW', pin: PIN });
    expect(await person.see(1)).toContain('看不到文件內容');
    await person.decline(1);
    await raw;
  });
});

describe('audit log', () => {
  it('tells every step and has neither PIN, content nor signature', async () => {
    const pending = ask('機密內容', { pin: PIN }, { origin: PAGE });
    await person.approve(1);
    const { signature } = await pending;
    const wrong = ask('另一件機密', { pin: '135791' });
    await person.approve(1);
    await wrong;
    const own = ask('第三件機密');
    await person.approve(1, { pin: PIN });
    await own;
    await ask('不允許', { pin: PIN }, { origin: 'https://evil.example' });

    expect(events()).toEqual([
      ...['asked', 'approved', 'done', 'asked', 'approved', 'failed', 'asked', 'approved', 'done', 'refused'],
    ]);
    const [asked, approved, , , , failed] = world.log();
    const sha256 = createHash('sha256').update('機密內容').digest('hex');
    expect(asked).toMatchObject({ requester: PAGE, func: 'sign', type: 'PKCS1 SHA-256', size: 12, sha256 });
    expect(approved).toMatchObject({ pin: 'page' });
    expect(failed).toMatchObject({ retCode: '0x76100006', lastError: '0x80000002' });
    const text = world.logText();
    for (const secret of [PIN, '135791', '機密', String(signature)]) expect(text).not.toContain(secret);
  });
});
