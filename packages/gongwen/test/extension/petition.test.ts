import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  dtdText,
  formatDraft,
  newDraft,
  parseDraft,
  readLetter,
  renderText,
  type WrittenFile,
  writeDispatch,
} from '../../src/index.ts';
import { renderDocx } from '../../src/render/docx/index.ts';
import { renderHtml } from '../../src/render/html/index.ts';
import { renderOdt } from '../../src/render/odt/index.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { xmllintVerdicts } from '../support/xmllint.ts';
import { type Petition, petitionGrammar, petitionPaper, petitionType } from './petition.ts';

const types = [petitionType] as const;
const grammars = [petitionGrammar];

const petition: Petition = {
  kind: 'petition',
  issuers: [{ type: 'organisation', name: '嘉禾市政府', code: 'Z10000000A' }],
  caseNumber: '115-000001',
  petitioners: [{ name: '王○○', phone: '(00)0000-0000' }, { name: '李○○' }],
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '府陳', year: '115', serial: '0000001' }],
  attachments: [{ fileName: 'photo.jpg' }],
  subject: '陳情人反映路燈不亮，請查照。',
  sections: [{ name: '說明', items: [{ text: '現場已勘查。', items: [] }] }],
  signatures: [],
};

function written(): WrittenFile {
  const { files, issues } = writeDispatch(petition, { baseName: 'case1', types, grammars });
  expect(issues).toEqual([]);
  const [main] = files;
  if (!main || !('bytes' in main)) throw new Error('nothing was written');
  return main;
}

describe("an agency's own document type", () => {
  it('is written under its own DTD and read back, valid, with its own type', () => {
    const main = written();
    expect(new TextDecoder().decode(main.bytes)).toContain(
      '<!DOCTYPE 陳情處理單 SYSTEM "104_kh1_utf8.dtd" [',
    );
    const { letter, valid, issues } = readLetter<Petition>(main.bytes, { types, grammars });
    expect(issues).toEqual([]);
    expect(valid).toBe(true);
    expect(letter).toEqual({ ...petition, generation: '104' });
    expect(letter?.petitioners[0]?.phone).toBe('(00)0000-0000');
  });

  for (const format of ['json', 'yaml', 'text'] as const) {
    it(`has ${format} drafts`, () => {
      const text = formatDraft(petition, format, { types });
      expect(parseDraft<Petition>(text, { format, types })).toEqual({ letter: petition, format, issues: [] });
    });
  }

  it('its drafts are checked', () => {
    const { issues } = parseDraft('kind: petition\nsubject: 一\n', { format: 'yaml', types });
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['DRAFT_FIELD_MISSING /caseNumber']);
    const draft = newDraft('陳情處理單', { types });
    expect(parseDraft(draft?.text ?? '', { types }).issues).toEqual([]);
  });

  it('what its grammar does not allow is not written', () => {
    const { files, issues } = writeDispatch(
      { ...petition, petitioners: [] },
      { baseName: 'case1', types, grammars },
    );
    expect(files).toEqual([]);
    expect(issues.map(({ code }) => code)).toEqual(['WRITE_INVALID']);
  });

  it('goes on every kind of paper with its own fields in its own order', async () => {
    const options = { papers: [petitionPaper] };
    const lines = renderText(petition, options).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '嘉禾市政府　陳情處理單',
      '案號：115-000001',
      '陳情人：王○○ (00)0000-0000、李○○',
    ]);
    expect(renderHtml(petition, options)).toContain('陳情人：');
    const { pages, missingGlyphs } = await renderPdf(petition, options);
    expect({ pages, missingGlyphs }).toEqual({ pages: 1, missingGlyphs: [] });
    for (const render of [renderDocx, renderOdt])
      expect((await render(petition, options)).slice(0, 2)).toEqual(new TextEncoder().encode('PK'));
  });

  it('is not put on paper without being told how', () => {
    expect(() => renderText(petition)).toThrow(expect.objectContaining({ code: 'PAPER_KIND_UNKNOWN' }));
  });

  it('to a reader who does not know it, it is no letter', () => {
    const { letter, issues } = readLetter(written().bytes);
    expect(letter).toBeUndefined();
    expect(issues.map(({ code }) => code)).toContain('READ_ROOT_UNKNOWN');
  });

  itNeeds('xmllint', 'libxml2-utils')('its generated DTD lets xmllint validate it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-'));
    try {
      writeFileSync(join(folder, petitionGrammar.dtdName), dtdText(petitionGrammar));
      writeFileSync(join(folder, 'case1.di'), written().bytes);
      expect(xmllintVerdicts(folder, ['case1.di'])).toEqual([0]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
