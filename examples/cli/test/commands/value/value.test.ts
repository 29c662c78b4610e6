import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

const NAMED_KINDS =
  'uniform-number national-id resident-id agency-code oid roc-date case-number user-code pin document-number postal-code address phone email ip-address person-name characters'.split(
    ' ',
  );

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kcc-value-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('value check', () => {
  it('prints the object of one text', async () => {
    const { exitCode, json } = await kcc(['value', 'check', 'uniform-number', '04595257', '--json']);
    expect(exitCode).toBe(0);
    expect(json()).toEqual({
      kind: 'uniform-number',
      input: '04595257',
      ok: true,
      level: 'ok',
      value: '04595257',
      issues: [],
    });
  });
  it('prints an array of several and exits with 1 when any is wrong', async () => {
    const { exitCode, json } = await kcc([
      'value',
      'check',
      'uniform-number',
      '04595257',
      '12345678',
      '--json',
    ]);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject([
      { ok: true },
      { ok: false, issues: [{ code: 'UNIFORM_NUMBER_CHECKSUM' }] },
    ]);
  });
  it('exits with 0 on a warning', async () => {
    const { exitCode, json } = await kcc(['value', 'check', 'agency-code', 'XA19102568', '--json']);
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ ok: true, level: 'warning', issues: [{ code: 'XA_TAIL_UNVERIFIED' }] });
  });
  it('applies the rule of --as-of', async () => {
    const on = async (day: string) =>
      (await kcc(['value', 'check', 'uniform-number', '04595252', '--as-of', day, '--json'])).exitCode;
    expect([await on('2023-03-31'), await on('2023-04-01')]).toEqual([1, 0]);
  });
  it('mends in lenient mode and refuses in strict mode', async () => {
    const check = async (...options: string[]) =>
      (await kcc(['value', 'check', 'roc-date', '１０８年１０月７日', '--json', ...options])).json();
    expect(await check()).toMatchObject({ ok: true, level: 'info', value: '2019-10-07' });
    expect(await check('--mode', 'strict')).toMatchObject({ ok: false, issues: [{ code: 'NORMALISED' }] });
  });
  it('takes one text a line from a file and from stdin, always as an array', async () => {
    const file = join(folder, 'numbers.txt');
    await writeFile(file, '04595257\r\n12345678\n');
    const fromFile = await kcc(['value', 'check', 'uniform-number', '--file', file, '--json']);
    const fromStdin = await kcc(['value', 'check', 'uniform-number', '-', '--json'], '04595257\n');
    expect(fromFile.exitCode).toBe(1);
    expect(fromFile.json()).toMatchObject([{ input: '04595257' }, { input: '12345678' }]);
    expect(fromStdin.json()).toMatchObject([{ input: '04595257', ok: true }]);
  });
  it.each([
    ['pin', 'q7!Zk2'],
    ['pin', 'q7!Zk2q7!Zk2'],
    ['user-code', 'q7!Zk2 '],
    ['amount', '4111111111111111'],
  ])('never echoes a secret: %s', async (kind, secret) => {
    for (const options of [[], ['--json'], ['--lang', 'en'], ['--json', '--mode', 'strict']]) {
      const { stdout, stderr } = await kcc(['value', 'check', kind, secret, ...options]);
      expect(stdout + stderr).not.toContain(secret.trim().slice(0, 6));
    }
    const { json } = await kcc(['value', 'check', kind, secret, '--json']);
    expect(json()).toMatchObject({ input: '', value: '', secret: true });
  });
  it('speaks to people in zh-TW and English', async () => {
    const zh = await kcc(['value', 'check', 'uniform-number', '1234567']);
    const en = await kcc(['value', 'check', 'uniform-number', '1234567', '--lang', 'en']);
    expect(zh.stdout).toContain('1234567：錯誤');
    expect(zh.stdout).toContain('目前為 7 位');
    expect(en.stdout).toContain('A uniform number has 8 digits; this has 7.');
  });
  it.each([
    [['value', 'check', 'no-such-kind', 'x']],
    [['value', 'check', 'uniform-number']],
    [['value', 'check', 'uniform-number', '04595257', '--as-of', '115/11/24']],
    [['value', 'check', 'uniform-number', '04595257', '--mode', 'loose']],
  ])('is wrong usage: %j', async (words) => {
    const { exitCode, json } = await kcc([...words, '--json']);
    expect(exitCode).toBe(2);
    expect(json()).toMatchObject({ error: { category: 'usage' } });
  });
});

describe('value kinds', () => {
  it('lists every kind with an example that passes', async () => {
    const { exitCode, json } = await kcc(['value', 'kinds', '--json']);
    expect(exitCode).toBe(0);
    const rows = json() as { kind: string; example: string }[];
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(NAMED_KINDS));
    for (const { kind, example } of rows) {
      expect((await kcc(['value', 'check', kind, example])).exitCode, kind).toBe(0);
    }
  });
  it('prints a table for people', async () => {
    const { stdout } = await kcc(['value', 'kinds']);
    expect(stdout).toMatch(/^uniform-number\s+統一編號\s+04595257$/m);
  });
});
