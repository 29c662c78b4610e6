import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCentre, serveCentre } from '@kcc/exchange-client/centre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';
import { serveTimeStamps } from './time-stamp-service.ts';

const PIN = 'abc12345';
const USER_CODE = 'KCC12345';
let folder: string;
let url: string;
let close: () => Promise<void>;

const home = (code: string) => ['--home', join(folder, code)];
const card = (code: string) => [
  '--card-store',
  join(folder, `card-${code}`),
  '--pin-file',
  join(folder, 'pin'),
];
/** The home knows the card that it was made with. */
const office = (code: string) => [...home(code), '--pin-file', join(folder, 'pin')];
const json = async (...words: string[]) => {
  const { exitCode, stdout, stderr } = await kcc(['exchange', ...words, '--json']);
  return { exitCode, value: stdout === '' ? undefined : JSON.parse(stdout), stderr };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-exchange-'));
  writeFileSync(join(folder, 'pin'), `${PIN}\n`);
  writeFileSync(join(folder, 'user-code'), `${USER_CODE}\n`);
  const secrets = ['--pin-file', join(folder, 'pin'), '--user-code-file', join(folder, 'user-code')];
  for (const code of ['A', 'B']) {
    const store = ['--store', join(folder, `card-${code}`)];
    for (const action of ['create', 'activate']) {
      const made = await kcc(['card', 'simulate', action, ...store, ...secrets, '--json']);
      expect([made.exitCode, made.stderr]).toEqual([0, '']);
    }
  }
  const centre = await openCentre({ folder: join(folder, 'centre') });
  const served = await serveCentre({ centre, uploads: join(folder, 'uploads') });
  url = served.url;
  close = async () => {
    await served.close();
    await centre.close();
  };
}, 60_000);

afterAll(async () => {
  await close();
  rmSync(folder, { recursive: true, force: true });
});

describe('kcc exchange', () => {
  it('makes homes and registers the cards at the centre', async () => {
    for (const [code, name] of [
      ['A', '甲機關'],
      ['B', '乙機關'],
    ] as const) {
      const made = await json(
        'init',
        '--code',
        code,
        '--name',
        name,
        '--centre',
        url,
        ...home(code),
        ...card(code),
      );
      expect(made).toMatchObject({ exitCode: 0, value: { code, name, centre: url, registered: true } });
    }
    expect(readFileSync(join(folder, 'A', 'office.json'), 'utf8')).not.toContain(PIN);
  });

  it('sends once under one id, shows the states, and refuses other bytes', async () => {
    const files = join(folder, 'letter');
    mkdirSync(files);
    writeFileSync(join(files, 'plan.txt'), 'plan');
    const send = () =>
      json('send', files, '--id', 'd1', '--to', 'B', '--subject', '檢送計畫', ...office('A'));
    const first = await send();
    expect(first).toMatchObject({
      exitCode: 0,
      value: {
        id: 'd1',
        state: 'QUEUED',
        created: true,
        recipients: [{ code: 'B', state: 'QUEUED', label: '待發送' }],
      },
    });
    expect((await send()).value).toMatchObject({ id: 'd1', created: false });
    writeFileSync(join(files, 'plan.txt'), 'other');
    expect(await send()).toMatchObject({ exitCode: 1, value: { error: { code: 'ID_REUSED' } } });
    const due = await json('unconfirmed', ...home('A'));
    expect(due.value).toMatchObject([{ id: 'd1', code: 'B', state: 'QUEUED' }]);
  });

  it('runs, receives, confirms, and proves it', async () => {
    expect(await json('run', '--once', ...office('A'))).toMatchObject({
      exitCode: 0,
      value: { accepted: 1 },
    });
    expect(await json('receive', ...office('B'))).toMatchObject({
      exitCode: 0,
      value: { registered: 1, noticesSent: 1 },
    });
    expect((await json('inbox', ...home('B'))).value).toMatchObject([
      { id: 'd1', sender: { code: 'A' }, state: 'REGISTERED', files: [{ name: 'plan.txt' }] },
    ]);
    await json('run', '--once', ...office('A'));
    expect((await json('status', 'd1', ...home('A'))).value).toMatchObject({
      state: 'CONFIRMED',
      label: '收文確認',
    });
    const out = join(folder, 'd1.evidence');
    expect(await json('evidence', 'export', 'd1', '--out', out, ...home('A'))).toMatchObject({ exitCode: 0 });
    const verified = await json('evidence', 'verify', out);
    expect(verified).toMatchObject({ exitCode: 0, value: { valid: true } });
    expect(verified.value.events).toBeGreaterThan(3);
    writeFileSync(out, readFileSync(out, 'utf8').replace('"type": "queued"', '"type": "forged"'));
    expect(await json('evidence', 'verify', out)).toMatchObject({
      exitCode: 4,
      value: { valid: false, brokenAt: 'events[1]' },
    });
  });

  it('signs and wraps together and has the time of the evidence attested', async () => {
    const stamps = await serveTimeStamps(join(folder, 'tsa'));
    try {
      const trust = ['--timestamp-trust', stamps.certificate];
      const agent = ['--together', '--timestamp-url', stamps.url, ...trust];
      await json(
        'send',
        join(folder, 'letter'),
        '--id',
        'd2',
        '--to',
        'B',
        '--subject',
        '測試',
        ...office('A'),
      );
      await json('run', '--once', ...agent, ...office('A'));
      expect(await json('receive', ...agent, ...office('B'))).toMatchObject({ value: { registered: 1 } });
      await json('run', '--once', ...agent, ...office('A'));
      const out = join(folder, 'd2.evidence');
      await json('evidence', 'export', 'd2', '--out', out, ...home('A'));
      const { value } = await json('evidence', 'verify', out, ...trust);
      expect(value).toMatchObject({ valid: true });
      expect(value.stampedEvents).toBe(value.events);
      const untold = await json('run', '--once', '--timestamp-url', stamps.url, ...office('A'));
      expect(untold).toMatchObject({ exitCode: 2, value: { error: { code: 'USAGE' } } });
    } finally {
      stamps.close();
    }
  });

  it('returns a letter and goes over to paper with list and labels', async () => {
    const returned = await json('return', 'd1', '--reason', '非本機關業務', ...office('B'));
    expect(returned).toMatchObject({ exitCode: 0, value: { state: 'RETURN_REQUESTED' } });
    await json('run', '--once', ...office('A'));
    const paper = await json('to-paper', 'd1', 'B', '--out', join(folder, 'paper'), ...home('A'));
    expect(paper).toMatchObject({ exitCode: 0, value: { state: 'PAPER', reason: '非本機關業務' } });
    expect(readFileSync(join(folder, 'paper', 'd1-labels.html'), 'utf8')).toContain('已電子交換未確認');
  });

  it('imports the address book with differences and searches it', async () => {
    const csv = join(folder, 'book.csv');
    writeFileSync(csv, 'ORGID,ORGNAME,STATUSCODE,UPDATETIME\nA1,臺北市政府,T,1\nA2,舊機關,D,1\n');
    const imported = await json('address-book', 'import', csv, ...home('A'));
    expect(imported.value).toMatchObject({ entries: 1, added: 1, unusable: 1 });
    expect((await json('address-book', 'search', '台北', ...home('A'))).value.entries).toMatchObject([
      { code: 'A1' },
    ]);
    expect((await json('address-book', 'search', '無此機關', ...home('A'))).exitCode).toBe(1);
  });

  it('posts and lists bulletins', async () => {
    expect((await json('bulletin', 'post', '停機公告', '--body', '週六維護', ...office('A'))).exitCode).toBe(
      0,
    );
    expect((await json('bulletin', 'list', ...home('B'))).value).toMatchObject([
      { title: '停機公告', name: '甲機關' },
    ]);
  });

  it('tells wrong usage, a missing home, a wrong PIN and a centre that is away by the exit code', async () => {
    expect((await json('inbox')).exitCode).toBe(2);
    expect(await json('inbox', '--home', join(folder, 'none'))).toMatchObject({
      exitCode: 2,
      value: { error: { code: 'HOME_MISSING' } },
    });
    expect((await json('status', 'none', ...home('A'))).exitCode).toBe(2);
    writeFileSync(join(folder, 'wrong'), 'zzz99999');
    const wrong = await json('receive', ...home('B'), '--pin-file', join(folder, 'wrong'));
    expect(wrong.exitCode).toBe(4);
    await json(
      'init',
      '--code',
      'C',
      '--name',
      '丙',
      '--centre',
      'http://127.0.0.1:1',
      '--no-register',
      ...home('C'),
    );
    const away = await json('run', '--once', ...home('C'), ...card('A'));
    expect(away).toMatchObject({
      exitCode: 5,
      value: { problems: [{ code: 'TRANSPORT_UNREACHABLE', retryable: true }] },
    });
  });
});
