import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { kcc } from '../../capture.ts';

let folder: string;
let draft: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kcc-render-'));
  draft = join(folder, 'draft.txt');
  vi.stubEnv('XDG_CACHE_HOME', folder);
  await writeFile(
    draft,
    '高雄市議員○○○服務處　函\n受文者：高雄市議會\n發文日期：中華民國115年11月24日\n發文字號：高議服字第1150000001號\n速別：普通件\n主旨：檢送計畫書1份，請查照。\n說明：依據年度計畫辦理。\n正本：高雄市議會\n',
  );
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const STARTS = { docx: 'PK', odt: 'PK', pdf: '%PDF-1.7', html: '<!DOCTYPE html>', txt: '檔' } as const;

describe('letter render', () => {
  for (const [format, start] of Object.entries(STARTS)) {
    it(`writes ${format}`, async () => {
      const out = join(folder, `letter.${format}`);
      const { exitCode, json } = await kcc([
        'letter',
        'render',
        draft,
        '--to',
        format,
        '--out',
        out,
        '--json',
      ]);
      expect(exitCode).toBe(0);
      expect(json()).toMatchObject({ path: out, missingGlyphs: [], issues: [] });
      expect((await readFile(out, 'utf8')).startsWith(start)).toBe(true);
    });
  }

  it('reports pages and embedded fonts of a PDF', async () => {
    const out = join(folder, 'fonts.pdf');
    const { json } = await kcc([
      'letter',
      'render',
      draft,
      '--to',
      'pdf',
      '--out',
      out,
      '--copy',
      'received',
      '--json',
    ]);
    expect(json()).toMatchObject({ pages: 1, fonts: [{ family: 'LXGW WenKai TC' }, { family: 'Tinos' }] });
  });

  it('overwrites nothing without --force, and refuses an unknown format, with exit code 2', async () => {
    const out = join(folder, 'letter.html');
    await writeFile(out, 'mine');
    expect((await kcc(['letter', 'render', draft, '--to', 'html', '--out', out])).exitCode).not.toBe(0);
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect((await kcc(['letter', 'render', draft, '--to', 'html', '--out', out, '--force'])).exitCode).toBe(
      0,
    );
    expect((await kcc(['letter', 'render', draft, '--to', 'doc', '--out', out])).exitCode).toBe(2);
  });

  it('a draft that cannot be read gives exit code 1 and no file', async () => {
    const bad = join(folder, 'bad.txt');
    await writeFile(bad, '不知道是什麼\n');
    const out = join(folder, 'bad.pdf');
    expect((await kcc(['letter', 'render', bad, '--to', 'pdf', '--out', out])).exitCode).toBe(1);
    await expect(readFile(out)).rejects.toThrow();
  });
});
