import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWholeFile } from '../../src/frame/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-write-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a file and leaves nothing else behind', async () => {
  await writeWholeFile(join(folder, 'new', 'a.txt'), '公文', false);
  expect(readFileSync(join(folder, 'new', 'a.txt'), 'utf8')).toBe('公文');
  expect(readdirSync(join(folder, 'new'))).toEqual(['a.txt']);
});

it('refuses to overwrite without force', async () => {
  const path = join(folder, 'a.txt');
  writeFileSync(path, 'old');
  await expect(writeWholeFile(path, 'new', false)).rejects.toMatchObject({
    code: 'FILE_EXISTS',
    category: 'usage',
  });
  expect(readFileSync(path, 'utf8')).toBe('old');
  await writeWholeFile(path, 'new', true);
  expect(readFileSync(path, 'utf8')).toBe('new');
});
