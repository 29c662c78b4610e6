import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-letter-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const DRAFT = `嘉禾市政府　函
發文機關：嘉禾市政府【Z10000000A】
地址：嘉禾市範例路1號
承辦人：陳○○
發文日期：中華民國115年10月2日
發文字號：府範字第1150001234號
附件：計畫書1份
附件檔案：plan.pdf
主旨：檢送計畫書1份，請查照。
說明：
一、依據計畫辦理。
正本：東禾區公所【Z10000001B】、西禾區公所【Z10000002C】
署名：市長　許○○
`;

interface Written {
  readonly files: readonly { readonly path: string; readonly role: string; readonly sha256: string }[];
  readonly issues: readonly { readonly code: string; readonly severity: string }[];
}

async function write(draft: string, ...more: string[]) {
  writeFileSync(join(folder, 'draft.txt'), draft);
  const result = await kcc([
    'letter',
    'write',
    join(folder, 'draft.txt'),
    '--out',
    join(folder, 'out'),
    '--json',
    ...more,
  ]);
  return { ...result, written: result.json() as Written };
}

describe('letter write', () => {
  it('writes letter, roster and attachments, and letter read gives the draft back', async () => {
    writeFileSync(join(folder, 'plan.pdf'), 'plan');
    const { exitCode, written } = await write(DRAFT);
    expect(exitCode).toBe(0);
    expect(written.files.map(({ path, role }) => [path, role])).toEqual([
      [join(folder, 'out', '1150001234.di'), 'letter'],
      [join(folder, 'out', '1150001234.sw'), 'roster'],
      [join(folder, 'out', 'plan.pdf'), 'attachment'],
    ]);
    for (const { path, sha256 } of written.files) {
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
    }
    const read = await kcc(['letter', 'read', join(folder, 'out', '1150001234.di'), '--json']);
    const { letter, issues } = read.json() as { letter: object; issues: unknown[] };
    expect([read.exitCode, issues]).toEqual([0, []]);
    writeFileSync(join(folder, 'again.json'), JSON.stringify(letter));
    const again = await kcc([
      'letter',
      'write',
      join(folder, 'again.json'),
      '--out',
      join(folder, 'two'),
      '--json',
    ]);
    expect((again.json() as Written).files.map(({ sha256 }) => sha256)).toEqual(
      written.files.map(({ sha256 }) => sha256),
    );
  });

  it('overwrites nothing without --force', async () => {
    await write(DRAFT);
    const second = await write(DRAFT);
    expect(second.exitCode).toBe(2);
    expect(second.json()).toMatchObject({ error: { code: 'OUTPUT_EXISTS' } });
    expect((await write(DRAFT, '--force')).exitCode).toBe(0);
  });

  it('a draft with an error leaves no file and ends with 1', async () => {
    const { exitCode, written } = await write(DRAFT.replace('主旨：', '主旨:檢送\n主旨：'));
    expect([exitCode, written.files]).toEqual([1, []]);
    expect(written.issues[0]).toMatchObject({ code: 'DRAFT_LABEL_REPEATED', line: 10 });
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  it('Big5 refuses what it cannot hold', async () => {
    const { exitCode, written } = await write(DRAFT.replace('檢送', '檢送𠮷'), '--encoding', 'big5');
    expect([exitCode, written.files]).toEqual([1, []]);
    expect(written.issues).toContainEqual(
      expect.objectContaining({ code: 'WRITE_CHARACTER_UNENCODABLE', path: '/subject' }),
    );
  });

  it('one set for each recipient, and re-sending', async () => {
    await write(DRAFT.replace(/附件.*\n/g, ''), '--separate', '--resend', '3', '--note', '修正');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(
      ['1', '2'].flatMap((n) => ['di', 'dm', 'sw'].map((extension) => `1150001234-${n}.${extension}`)),
    );
  });

  it('wrong usage ends with 2', async () => {
    expect((await kcc(['letter', 'write', 'x'])).exitCode).toBe(2);
    expect((await write(DRAFT, '--generation', '105')).exitCode).toBe(2);
    expect((await write(DRAFT, '--encoding', 'utf-7')).exitCode).toBe(2);
  });
});

describe('letter new', () => {
  it('gives a draft that letter write takes', async () => {
    for (const kind of ['letter', '開會通知單', '簽', 'joint']) {
      const { exitCode, stdout } = await kcc(['letter', 'new', kind]);
      expect(exitCode).toBe(0);
      const result = await write(stdout, '--force');
      expect([kind, result.exitCode]).toEqual([kind, 0]);
    }
    expect((await kcc(['letter', 'new', '電報'])).exitCode).toBe(2);
  });
});

describe('letter read', () => {
  it('says where a broken file breaks and ends with 1', async () => {
    const { exitCode, json } = await kcc(['letter', 'read', '-', '--json'], '<函><主旨>A & B</主旨></函>');
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ issues: [{ code: 'XML_RAW_AMPERSAND', line: 1 }] });
  });

  it('reads no file outside the folder that a letter names', async () => {
    writeFileSync(join(folder, 'secret.sw'), '<交換表單><全銜>甲</全銜><機關代碼>A</機關代碼></交換表單>');
    const letter =
      '<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [<!ENTITY 表單 SYSTEM "../secret.sw" NDATA DI><!NOTATION DI SYSTEM "">]><函><主旨><文字>一</文字></主旨></函>';
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'a.di'), letter);
    const { json } = await kcc(['letter', 'read', join(folder, 'in', 'a.di'), '--json']);
    expect(json()).not.toHaveProperty('roster');
  });
});

describe('letter convert', () => {
  const OLD =
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE 公告 SYSTEM "99_3_utf8.dtd"><公告><發文機關><全銜>甲</全銜><機關代碼>A</機關代碼></發文機關><發文日期><年月日>中華民國100年1月2日</年月日></發文日期><發文字號><字>甲字</字><文號><年度>100</年度><流水號>1</流水號></文號></發文字號><主旨><文字>公告</文字></主旨></公告>';

  it('prints the new letter, or writes it where --out says', async () => {
    const printed = await kcc(['letter', 'convert', '-'], OLD);
    expect(printed.exitCode).toBe(0);
    expect(printed.stdout).toContain('<!DOCTYPE 公告 SYSTEM "104_3_utf8.dtd">');
    expect(printed.stderr).toContain('CONVERT_DTD');
    const out = join(folder, 'new.di');
    const written = await kcc(
      ['letter', 'convert', '-', '--to-generation', '104', '--encoding', 'utf-8', '--out', out, '--json'],
      OLD,
    );
    expect(written.json()).toMatchObject({
      files: [{ path: out, role: 'letter' }],
      letter: { generation: '104' },
    });
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
  });
});
