import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findForm, forms } from '../../src/catalogue/forms.ts';
import { checkForm } from '../../src/define/check.ts';
import type { Form } from '../../src/define/form.ts';
import { printForm } from '../../src/define/printed.ts';
import { fillDocx, fillDocxTemplate, sha256Of, sheetToDocx } from '../../src/output/docx/index.ts';
import { fillOdt, fillOdtTemplate, sheetToOdt } from '../../src/output/odt/index.ts';
import { fillPdf } from '../../src/output/pdf/index.ts';
import { paragraph } from '../../src/sheet/build.ts';
import { sheetTexts } from '../../src/sheet/text.ts';
import { convertWithOffice, itNeedsOffice, itNeedsPoppler, output } from '../support/foreign-tools.ts';
import { letterTexts } from '../support/letter-texts.ts';
import { sampleDay, samples } from '../support/samples.ts';

const printable = forms.filter(({ outputs }) => outputs.sheet || outputs.letter);
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forms-office-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const options = (form: Form) => ({ asOf: sampleDay(form.id), includeSecrets: true });
const dataOf = (form: Form) => checkForm(form, samples[form.id], options(form)).value;
/** Programs put blanks between Chinese and Latin and break lines where they like. */
const bare = (text: string) => text.replace(/\s|\ufeff/g, '');

/** Everything that must be found on the paper, in the order of the paper for sheets. */
function expected(form: Form): readonly string[] {
  const printed = printForm(form, dataOf(form), options(form));
  return printed.type === 'sheet' ? sheetTexts(printed.sheet) : letterTexts(printed.letter);
}

function expectSame(form: Form, text: string): void {
  const found = bare(text);
  if (form.outputs.sheet) expect(found, form.id).toBe(bare(expected(form).join('')));
  for (const part of expected(form)) expect(found, form.id).toContain(bare(part));
}

describe('docx and odt', () => {
  itNeedsOffice(
    'are opened by LibreOffice, whose text is the data, word for word',
    async () => {
      for (const form of printable) {
        await writeFile(join(folder, `${form.id}.docx`), await fillDocx(form, dataOf(form), options(form)));
        await writeFile(join(folder, `${form.id}-odt.odt`), await fillOdt(form, dataOf(form), options(form)));
      }
      const files = printable.flatMap(({ id }) => [
        join(folder, `${id}.docx`),
        join(folder, `${id}-odt.odt`),
      ]);
      await convertWithOffice(folder, 'txt:Text (encoded):UTF8', files);
      for (const form of printable) {
        expectSame(form, await readFile(join(folder, `${form.id}.txt`), 'utf8'));
        expectSame(form, await readFile(join(folder, `${form.id}-odt.txt`), 'utf8'));
      }
    },
    180_000,
  );

  itNeedsOffice(
    'made from an official template are opened too',
    async () => {
      const form = findForm('g2b2c-01');
      const lines = ['機關：{applicant.name}', '代碼：{applicant.code}', '客服：[{office.software}]'];
      const blocks = lines.map((text) => paragraph(text));
      const sources = {
        docx: await sheetToDocx({ title: '範本', blocks }),
        odt: sheetToOdt({ title: '範本', blocks }),
      };
      const at = async (bytes: Uint8Array) => ({ ...options(form), sha256: await sha256Of(bytes) });
      const filled = {
        docx: await fillDocxTemplate(sources.docx, form, dataOf(form), await at(sources.docx)),
        odt: await fillOdtTemplate(sources.odt, form, dataOf(form), await at(sources.odt)),
      };
      for (const [format, bytes] of Object.entries(filled)) {
        await writeFile(join(folder, `from-${format}-template.${format}`), bytes);
      }
      const files = Object.keys(filled).map((format) => join(folder, `from-${format}-template.${format}`));
      await convertWithOffice(folder, 'txt:Text (encoded):UTF8', files);
      for (const format of Object.keys(filled)) {
        const text = bare(await readFile(join(folder, `from-${format}-template.txt`), 'utf8'));
        expect(text).toBe(bare('機關：高雄市議員○○○服務處代碼：XA19102568客服：[]'));
      }
    },
    60_000,
  );

  it('have the same bytes for the same data as odt', async () => {
    const [form] = printable;
    if (form === undefined) throw new Error('no form');
    const first = await fillOdt(form, dataOf(form), options(form));
    expect(await fillOdt(form, dataOf(form), options(form))).toEqual(first);
  });
});

describe('pdf', () => {
  itNeedsPoppler(
    'has the data as text, only embedded fonts, and no character without a glyph',
    async () => {
      for (const form of printable) {
        const { bytes, pages, issues } = await fillPdf(form, dataOf(form), options(form));
        const file = join(folder, `${form.id}.pdf`);
        await writeFile(file, bytes);
        expect(issues, form.id).toEqual([]);
        expect(pages, form.id).toBe(form.id === 'exchange-consent' || form.id === 'g2b2c-01' ? 2 : 1);
        const text = bare(await output('pdftotext', ['-raw', file, '-']));
        for (const part of expected(form)) expect(text, form.id).toContain(bare(part));
        const fonts = (await output('pdffonts', [file]))
          .split('\n')
          .slice(2)
          .filter((line) => line !== '');
        expect(fonts.length, form.id).toBeGreaterThan(0);
        for (const line of fonts) expect(line, form.id).toMatch(/ yes +(yes|no) +(yes|no) +\d+ +\d+$/);
      }
    },
    120_000,
  );
});
