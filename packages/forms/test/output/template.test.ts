import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findForm } from '../../src/catalogue/forms.ts';
import { g2b2c01 } from '../../src/catalogue/g2b2c-01/form.ts';
import { checkForm } from '../../src/define/check.ts';
import { fieldsOf } from '../../src/define/paths.ts';
import { fillDocxTemplate, sha256Of, templateValues } from '../../src/output/docx/index.ts';
import { fillTags, tagsOf } from '../../src/output/odt/fill-tags.ts';
import { fillOdtTemplate, sheetToOdt } from '../../src/output/odt/index.ts';
import { paragraph } from '../../src/sheet/build.ts';
import { sampleDay, samples } from '../support/samples.ts';

const asOf = sampleDay(g2b2c01.id);
const { value } = checkForm(g2b2c01, samples[g2b2c01.id], { asOf });
const LINES = [
  '機關：{applicant.name}',
  '代碼：{applicant.code.1}|{applicant.code.2}|{applicant.code.10}|{applicant.code.11}',
  '日期：民國{authority.appliedOn.year}年{authority.appliedOn.month}月{authority.appliedOn.day}日',
  '用途：{connection.use.電子公文交換用憑證}電子公文交換',
  '客服填寫：[{office.software}] 印信：[{applicant.seal}]',
  '卡號：{connection.cardNumber}',
];
const FILLED = [
  '機關：高雄市議員○○○服務處',
  '代碼：X|A|8|',
  '日期：民國108年12月02日',
  '用途：■電子公文交換',
  '客服填寫：[] 印信：[]',
  '卡號：GP0000000123',
];

async function docxTemplate(lines: readonly string[]): Promise<Uint8Array> {
  // Each line is cut into runs in the middle of a tag, as editors do.
  const children = lines.map(
    (line) => new Paragraph({ children: [line.slice(0, 6), line.slice(6)].map((text) => new TextRun(text)) }),
  );
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
}

const odtTemplate = (lines: readonly string[]) =>
  sheetToOdt({ title: '範本', blocks: lines.map((line) => paragraph(line)) });

const docxText = (bytes: Uint8Array) =>
  [
    ...strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:p[ >].*?<\/w:p>/gs),
  ].map(([part]) => [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
const odtText = (bytes: Uint8Array) =>
  [
    ...strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array()).matchAll(
      /<text:p[^>]*>(.*?)<\/text:p>/g,
    ),
  ].map(([, text = '']) => text.replace(/<[^>]+>/g, ''));

describe.each([
  { format: 'docx', make: docxTemplate, fill: fillDocxTemplate, read: docxText },
  {
    format: 'odt',
    make: async (lines: readonly string[]) => odtTemplate(lines),
    fill: fillOdtTemplate,
    read: odtText,
  },
])('an official template as $format', ({ make, fill, read }) => {
  it('is filled at its tags; office and seal tags stay empty', async () => {
    const template = await make(LINES);
    const filled = await fill(template, g2b2c01, value, { asOf, sha256: await sha256Of(template) });
    expect(read(filled)).toEqual(FILLED);
  });

  it('is refused when it is not the file that was compared', async () => {
    const template = await make(LINES);
    const changed = await make([...LINES, '新版']);
    const sha256 = await sha256Of(template);
    await expect(fill(changed, g2b2c01, value, { asOf, sha256 })).rejects.toMatchObject({
      code: 'TEMPLATE_CHANGED',
      details: { expected: sha256 },
    });
  });

  it('is refused when a tag names no field', async () => {
    const template = await make(['{applicant.nmae}', '{applicant.name}']);
    await expect(
      fill(template, g2b2c01, value, { asOf, sha256: await sha256Of(template) }),
    ).rejects.toMatchObject({ code: 'TEMPLATE_TAG_UNKNOWN', details: { tags: ['applicant.nmae'] } });
  });

  it('is refused when it is no such file', async () => {
    const noise = strToU8('%PDF-1.7 not an office file');
    await expect(fill(noise, g2b2c01, value, { asOf, sha256: await sha256Of(noise) })).rejects.toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
    });
  });

  it('is not filled with data that have errors', async () => {
    const template = await make(LINES);
    const bad = { ...value, contact: {} } as typeof value;
    await expect(
      fill(template, g2b2c01, bad, { asOf, sha256: await sha256Of(template) }),
    ).rejects.toMatchObject({ code: 'FORM_DATA_INVALID' });
  });
});

describe('tags', () => {
  it('an odt keeps mimetype first and stored, and all its other parts', async () => {
    const template = zipSync({ ...unzipSync(odtTemplate(LINES)), 'Pictures/seal.png': strToU8('png') });
    const filled = await fillOdtTemplate(template, g2b2c01, value, {
      asOf,
      sha256: await sha256Of(template),
    });
    expect(strFromU8(filled.slice(30, 38))).toBe('mimetype');
    expect(strFromU8(filled.slice(38, 77))).toBe('application/vnd.oasis.opendocument.text');
    expect(Object.keys(unzipSync(filled))).toContain('Pictures/seal.png');
  });

  it('are found and filled across spans, with markup and line breaks in the value made safe', () => {
    const xml =
      '<text:p>甲{<text:span>a.</text:span>b<text:span text:style-name="T1">}乙</text:span>{x.y}</text:p>';
    expect(tagsOf(xml)).toEqual(['a.b', 'x.y']);
    expect(fillTags(xml, new Map([['a.b', '<1>\n&']]))).toBe(
      '<text:p>甲&lt;1&gt;<text:line-break/>&amp;<text:span></text:span><text:span text:style-name="T1">乙</text:span>{x.y}</text:p>',
    );
  });

  it('exist for every field; those of secrets give an empty text unless the paper is made for them', () => {
    for (const id of ['g2b2c-01', 'xca-user-code-letter', 'xca-application-primary']) {
      const form = findForm(id);
      const values = templateValues(form, samples[id] ?? {}, false);
      for (const { section, name } of fieldsOf(form)) expect(values.has(`${section}.${name}`)).toBe(true);
    }
    const letter = findForm('xca-user-code-letter');
    expect(templateValues(letter, samples[letter.id] ?? {}, false).get('code.userCode')).toBe('');
    expect(templateValues(letter, samples[letter.id] ?? {}, true).get('code.userCode')).toBe('111111111');
    const opening = findForm('xca-card-opening');
    expect(templateValues(opening, samples[opening.id] ?? {}, true).get('codes.pin')).toBe('');
  });

  it('W8, W16: an address has a tag for each part', () => {
    const form = findForm('xca-application-primary');
    const values = templateValues(form, samples[form.id] ?? {}, false);
    expect(values.get('organisation.address')).toBe('83074 高雄市鳳山區測試');
    expect(values.get('organisation.address.district')).toBe('鳳山區');
  });
});
