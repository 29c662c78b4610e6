import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-rules-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DRAFT = `嘉禾市政府　函
發文機關：嘉禾市政府【Z10000000A】
地址：嘉禾市範例路1號
承辦人：陳○○
發文日期：中華民國115年10月2日
發文字號：府範字第1150001234號
主旨：請於115年10月30日前填復部份調查表，請　查照
說明：依年度計畫辦理。
正本：東禾區公所【Z10000001B】
署名：市長　許○○
`;

it('lists the rules and shows one with its clause', async () => {
  const all = JSON.parse((await kcc(['letter', 'rules', '--json'])).stdout);
  expect(all.length).toBeGreaterThan(150);
  const one = JSON.parse((await kcc(['letter', 'rules', 'GW-B004', '--json'])).stdout);
  expect(one).toMatchObject({ id: 'GW-B004', severity: 'warning', tier: 'K', fix: 'safe' });
  expect((await kcc(['letter', 'rules', 'GW-ZZZ'])).exitCode).toBe(2);
});

it('mends what is safe to mend', async () => {
  const [source, target] = [join(folder, 'draft.txt'), join(folder, 'fixed.txt')];
  writeFileSync(source, DRAFT);
  const result = await kcc(['letter', 'fix', source, '--out', target, '--json']);
  expect(
    JSON.parse(result.stdout)
      .applied.map(({ code }: { code: string }) => code)
      .sort(),
  ).toEqual(['GW-B004', 'GW-C003', 'GW-T005'].sort());
  expect(readFileSync(target, 'utf8')).toContain('主旨：請於115年10月30日前填復部分調查表，請查照。');
});

it('adds the findings of the rules to a check only when asked', async () => {
  writeFileSync(join(folder, 'draft.txt'), DRAFT);
  const out = join(folder, 'out');
  await kcc(['letter', 'write', join(folder, 'draft.txt'), '--out', out, '--name', 'a']);
  const codes = async (...more: string[]) => {
    const result = await kcc(['letter', 'check', join(out, 'a.di'), '--json', ...more]);
    return JSON.parse(result.stdout).issues.map(({ code }: { code: string }) => code);
  };
  expect(await codes()).not.toContain('GW-C003');
  expect(await codes('--rules', 'all')).toContain('GW-C003');
  expect(await codes('--rules', 'all', '--relation', 'up')).toContain('GW-B006');
});
