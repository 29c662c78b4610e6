import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

const DRAFT = `高雄市議員○○○服務處　函
發文機關：高雄市議員○○○服務處【XA00000000】
地址：830高雄市鳳山區示範路1號
電話：07-7470171
發文日期：中華民國115年10月2日
發文字號：高議服字第1150000001號
速別：普通件
主旨：檢送計畫書1份，請查照。
正本：高雄市議會【398000000A】
署名：議員　○○○
`;

let folder: string;
let di: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-check-'));
  writeFileSync(join(folder, 'draft.txt'), DRAFT);
  const written = await kcc(['letter', 'write', join(folder, 'draft.txt'), '--out', folder]);
  expect(written.exitCode, written.stderr).toBe(0);
  di = join(folder, '1150000001.di');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('letter check', () => {
  it('answers for one file with one object', async () => {
    const { exitCode, json } = await kcc(['letter', 'check', di, '--json']);
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({
      file: di,
      processed: true,
      wellFormed: true,
      valid: true,
      root: '函',
      kind: 'letter',
      generation: '104',
      encoding: 'utf-8',
      dtd: '104_2_utf8.dtd',
      issues: [],
    });
  });

  it('answers for several files with an array, and as lines with --jsonl', async () => {
    const sw = join(folder, '1150000001.sw');
    const both = await kcc(['letter', 'check', di, sw, '--json']);
    expect(both.json()).toMatchObject([{ kind: 'letter' }, { kind: 'roster' }]);
    const { stdout } = await kcc(['letter', 'check', di, sw, '--jsonl']);
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(['letter', 'roster']);
  });

  it('tells where a truncated letter ends and writes nothing', async () => {
    const { exitCode, json } = await kcc(['letter', 'check', '-', '--json'], '<函>\n<發文機關><全銜>甲');
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({
      processed: false,
      wellFormed: false,
      valid: false,
      issues: [{ code: 'XML_UNEXPECTED_END', severity: 'error', line: 2 }],
    });
  });

  it('calls an invalid letter bad although it can be read', async () => {
    const { exitCode, json } = await kcc(
      ['letter', 'check', '-', '--json'],
      '<函><主旨><文字>甲</文字></主旨></函>',
    );
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ processed: true, wellFormed: true, valid: false });
  });
});

describe('letter check of drafts', () => {
  it('reads the plain text, JSON and YAML of a draft', async () => {
    const text = join(folder, 'draft.txt');
    const letter = (await kcc(['letter', 'read', di, '--json'])).json() as { letter: unknown };
    const json = join(folder, 'draft.json');
    writeFileSync(json, JSON.stringify(letter.letter));
    const yaml = join(folder, 'draft.yaml');
    writeFileSync(yaml, (await kcc(['letter', 'read', di, '--as', 'yaml'])).stdout);
    const { exitCode, json: answer } = await kcc(['letter', 'check', text, json, yaml, '--json']);
    expect(exitCode).toBe(0);
    const good = { processed: true, wellFormed: true, valid: true, kind: 'letter', root: null, dtd: null };
    expect(answer()).toMatchObject([
      { ...good, format: 'text' },
      { ...good, format: 'json' },
      { ...good, format: 'yaml' },
    ]);
  });

  it('names the line of a draft that cannot be read', async () => {
    const file = join(folder, 'bad.json');
    writeFileSync(file, '{\n "kind": "letter",\n "subject": }');
    const { exitCode, json } = await kcc(['letter', 'check', file, '--json']);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ processed: false, kind: null, issues: [{ severity: 'error', line: 3 }] });
  });

  it('checks a draft by the rules, and whether it can be exchanged', async () => {
    const file = join(folder, 'rules.txt');
    writeFileSync(file, DRAFT.replace('請查照。', '請查照').replace('正本：高雄市議會【398000000A】\n', ''));
    const codes = async (rules: string) => {
      const { json } = await kcc(['letter', 'check', file, '--rules', rules, '--json']);
      return (json() as { issues: { code: string }[] }).issues.map(({ code }) => code);
    };
    expect(await codes('all')).toContain('GW-B004');
    expect(await codes('exchange')).toEqual(expect.arrayContaining(['GW-R001', 'GW-E001']));
  });

  it('looks at the PDF that was printed from it', async () => {
    const [file, pdf] = [join(folder, 'draft.txt'), join(folder, 'careless.pdf')];
    const font = '2 0 obj << /Type /FontDescriptor /FontName /Arial >> endobj';
    writeFileSync(pdf, `%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n${font}\n%%EOF`);
    const { json } = await kcc(['letter', 'check', file, '--rules', 'all', '--pdf', pdf, '--json']);
    const codes = (json() as { issues: { code: string }[] }).issues.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['GW-Y003', 'GW-Y004', 'GW-Y018']));
    expect((await kcc(['letter', 'check', file, '--pdf', pdf])).exitCode).toBe(2);
  });

  it('says which attachment of a draft is not in the folder', async () => {
    const file = join(folder, 'attached.txt');
    writeFileSync(
      file,
      DRAFT.replace('速別：普通件', '速別：普通件\n附件：計畫書1份\n附件檔案：missing.pdf'),
    );
    const { json } = await kcc(['letter', 'check', file, '--attachments', folder, '--json']);
    expect(json()).toMatchObject({ issues: [{ code: 'DISPATCH_ATTACHMENT_MISSING' }] });
  });
});

describe('letter check of a file that is not well formed', () => {
  const BROKEN = '<函>\n<主旨><文字>甲 & 乙，請　查照。</文字></主旨>\n</函>';

  it('rejects it with the place, and tells apart what could be mended', async () => {
    const { exitCode, json } = await kcc(['letter', 'check', '-', '--json'], BROKEN);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({
      processed: false,
      wellFormed: false,
      valid: false,
      root: null,
      salvaged: { root: '函', kind: 'letter', issues: [{ code: 'SALVAGE_AMPERSAND', line: 2 }] },
      issues: [{ code: 'XML_RAW_AMPERSAND', severity: 'error', line: 2 }],
    });
  });

  it('lets the rules look at what was mended', async () => {
    const { json } = await kcc(['letter', 'check', '-', '--rules', 'all', '--json'], BROKEN);
    const codes = (json() as { issues: { code: string }[] }).issues.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['XML_RAW_AMPERSAND', 'GW-T005']));
  });
});

describe('letter format', () => {
  it('gives the same bytes back', async () => {
    expect((await kcc(['letter', 'format', di, '--check', '--json'])).json()).toMatchObject({
      changed: false,
    });
    const { stdout } = await kcc(['letter', 'format', di]);
    expect(stdout).toContain('<!DOCTYPE 函');
  });

  it('refuses what is not well formed', async () => {
    const { exitCode, json } = await kcc(['letter', 'format', '-', '--json'], '<函>');
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ error: { code: 'NOT_WELL_FORMED', category: 'document' } });
  });
});

describe('letter dtd', () => {
  it('prints the grammar of a root', async () => {
    const { exitCode, json } = await kcc(['letter', 'dtd', '交換表單', '--json']);
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ root: '交換表單', generation: '104', dtd: '104_roster_utf8.dtd' });
  });

  it('refuses a root whose grammar is not public, with the reason', async () => {
    const { exitCode, json } = await kcc(['letter', 'dtd', '便簽', '--json']);
    expect(exitCode).toBe(1);
    expect(json()).toMatchObject({ error: { code: 'GRAMMAR_ROOT_UNKNOWN' } });
  });
});
