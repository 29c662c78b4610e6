import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillDocxTemplate, renderDocx } from '../../src/render/docx/index.ts';
import { fillOdtTemplate, renderOdt } from '../../src/render/odt/index.ts';
import { deflatedEntry, storedEntry, writeZip } from '../../src/render/zip/zip.ts';
import { councilLetter } from './support/sample-letters.ts';

const textOf = (bytes: Uint8Array | undefined, part: string) =>
  strFromU8(unzipSync(bytes ?? new Uint8Array())[part] ?? new Uint8Array());

/** A docx whose body is the given paragraphs, made from one of ours. */
async function docxWith(paragraphs: string): Promise<Uint8Array> {
  const parts = unzipSync(await renderDocx(councilLetter, { bindingLine: false }));
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const body = main.replace(/<w:body>.*<w:sectPr/s, `<w:body>${paragraphs}<w:sectPr`);
  return writeZip(
    Object.entries(parts).map(([name, bytes]) =>
      deflatedEntry(name, name === 'word/document.xml' ? body : bytes),
    ),
  );
}

async function odtWith(paragraphs: string): Promise<Uint8Array> {
  const parts = unzipSync(await renderOdt(councilLetter, { bindingLine: false }));
  const main = strFromU8(parts['content.xml'] ?? new Uint8Array());
  const body = main.replace(/<office:text>.*<\/office:text>/s, `<office:text>${paragraphs}</office:text>`);
  return writeZip([
    storedEntry('mimetype', 'application/vnd.oasis.opendocument.text'),
    ...Object.entries(parts)
      .filter(([name]) => name !== 'mimetype')
      .map(([name, bytes]) => deflatedEntry(name, name === 'content.xml' ? body : bytes)),
  ]);
}

const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
const words = (xml: string) => xml.replace(/<[^>]*>/g, '');

describe("an agency's own docx", () => {
  it('gets its fields filled, also those that Word has split over runs', async () => {
    const template = await docxWith(
      `<w:p>${run('致：{{受')}${run('文者}}　{{ 主旨')}${run('}}')}</w:p><w:p>${run('{{聯絡方式}}（完）')}</w:p>`,
    );
    const { bytes } = fillDocxTemplate(template, councilLetter);
    const main = textOf(bytes, 'word/document.xml');
    expect(words(main)).toContain(`致：高雄市議會　${councilLetter.subject}`);
    expect(main).toContain('<w:br/>');
    expect(main).toContain('<w:b/>');
    expect(main).not.toContain('{{');
  });

  it('repeats a paragraph that is nothing but a field of several lines', async () => {
    const template = await docxWith(`<w:p>${run('{{說明}}')}</w:p>`);
    const { bytes } = fillDocxTemplate(template, councilLetter);
    const body = textOf(bytes, 'word/document.xml').split('<w:body>')[1] ?? '';
    expect(body.match(/<w:p>/g)).toHaveLength(4);
    expect(body).toContain('　(一)組織及團體憑證');
  });

  it('reports unknown fields, which stay, and parts of the letter that have no field', async () => {
    const template = await docxWith(`<w:p>${run('{{主旨}}{{首長}}')}</w:p>`);
    const { bytes, issues } = fillDocxTemplate(template, councilLetter);
    expect(textOf(bytes, 'word/document.xml')).toContain('{{首長}}');
    expect(issues.map(({ code, params }) => [code, params?.name])).toEqual([
      ['TEMPLATE_FIELD_UNKNOWN', '首長'],
      ...['受文者', '發文日期', '發文字號', '正本', '本文'].map((name) => ['TEMPLATE_FIELD_UNUSED', name]),
    ]);
  });

  it('that is no docx is refused with an issue', () => {
    const { bytes, issues } = fillDocxTemplate(new TextEncoder().encode('no zip'), councilLetter);
    expect(bytes).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['IMPORT_FORMAT']);
  });
});

describe("an agency's own odt", () => {
  it('gets its fields filled and keeps its mimetype first', async () => {
    const template = await odtWith(
      '<text:p>{{全銜}}　{{文<text:span>別}}</text:span></text:p><text:p>{{說明}}</text:p>',
    );
    const { bytes } = fillOdtTemplate(template, { ...councilLetter, subject: 'A & B' });
    const content = textOf(bytes, 'content.xml');
    expect(words(content)).toContain('高雄市議員○○○服務處　函');
    expect(content.match(/<text:p/g)).toHaveLength(5);
    expect(new TextDecoder().decode(bytes?.subarray(30, 38))).toBe('mimetype');
  });
});
