import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findForm, forms } from '../../src/catalogue/forms.ts';
import { checkForm } from '../../src/define/check.ts';
import { coverNote } from '../../src/define/cover-note.ts';
import { savableDraft } from '../../src/define/draft-policy.ts';
import type { Form } from '../../src/define/form.ts';
import { type Draft, inputFieldsOf, valueAt, withValueAt } from '../../src/define/paths.ts';
import { printContext } from '../../src/define/print-context.ts';
import { fillDocx } from '../../src/output/docx/index.ts';
import { sheetToHtml } from '../../src/output/html/sheet-html.ts';
import { sheetToTypst } from '../../src/output/pdf/sheet-typst.ts';
import { savableInterview, startInterview } from '../../src/output/prompts/index.ts';
import type { Sheet } from '../../src/sheet/sheet.ts';
import { sheetTexts } from '../../src/sheet/text.ts';
import { arbitraryData } from '../support/arbitrary-data.ts';
import { sampleDay, sampleSecrets, samples } from '../support/samples.ts';

const asOf = '2026-11-24';
const withSheet = forms.filter(({ outputs }) => outputs.sheet);

function sheetOf(form: Form, data: Draft, includeSecrets = false): Sheet {
  const { value, issues } = checkForm(form, data, { asOf, draft: true });
  // What has an error is never printed: the form is refused before. Here it is left out to see the rest.
  const sound = inputFieldsOf(form).reduce<Draft>(
    (kept, { path }) =>
      issues.some((issue) => issue.severity === 'error' && issue.path.startsWith(path))
        ? withValueAt(kept, path, undefined)
        : kept,
    value,
  );
  const sheet = form.outputs.sheet?.(sound, printContext({ asOf, includeSecrets }));
  if (sheet === undefined) throw new Error(`${form.id} has no sheet`);
  return sheet;
}

const cellsOf = (sheet: Sheet) =>
  sheet.blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap(({ cells }) => cells) : []));

describe.each(withSheet.map((form) => ({ id: form.id, form })))(
  '$id in 1,000 random fillings',
  ({ form }) => {
    it('J17, J18, K17–K19, seals: office and seal boxes are as many and as empty as in the empty form', () => {
      const boxes = (sheet: Sheet) =>
        cellsOf(sheet).filter(({ role }) => role === 'office' || role === 'seal');
      const wanted = boxes(sheetOf(form, {}));
      const property = fc.property(arbitraryData(form, { right: 6, absent: 2, wrong: 1 }), (data) => {
        const found = boxes(sheetOf(form, data, true));
        expect(found).toEqual(wanted);
        for (const { text } of found) expect(text).toBe('');
      });
      fc.assert(property, { numRuns: 1000, seed: 20261124 });
    });
  },
);

describe('secrets', () => {
  const secretForms = forms.filter((form) => inputFieldsOf(form).some(({ field }) => field.secret));
  const marker = 'Zq7!secret';

  it.each(secretForms.map((form) => ({ id: form.id, form })))(
    'of $id appear in no output, draft or issue',
    async ({ form }) => {
      const data = inputFieldsOf(form).reduce<Draft>(
        (draft, { path, field }) => (field.secret ? withValueAt(draft, path, marker) : draft),
        samples[form.id] ?? {},
      );
      const options = { asOf: sampleDay(form.id) };
      const { value, issues } = checkForm(form, data, options);
      const docx = unzipSync(
        await fillDocx(form, value, { ...options, draft: true }).catch(() =>
          fillDocx(form, samples[form.id] ?? {}, options),
        ),
      );
      const texts = [
        JSON.stringify(issues),
        JSON.stringify(savableDraft(form, data, { keepPersonal: true })),
        JSON.stringify(savableInterview(form, startInterview(form, data), { keepPersonal: true })),
        ...Object.values(docx).map((part) => strFromU8(part)),
        ...(form.outputs.sheet ? [sheetToHtml(sheetOf(form, data)), sheetToTypst(sheetOf(form, data))] : []),
        sheetTexts(coverNote(form)).join('\n'),
      ];
      for (const text of texts) {
        expect(text).not.toContain(marker);
        for (const secret of sampleSecrets) expect(text).not.toContain(secret);
      }
    },
  );

  it('F2: the user code stands on the 用戶代碼函 when it is asked for, and only there', () => {
    const letter = findForm('xca-user-code-letter');
    const sample = samples[letter.id] ?? {};
    expect(sheetTexts(sheetOf(letter, sample, true))).toContain('111111111');
    expect(sheetTexts(sheetOf(letter, sample))).not.toContain('111111111');
    for (const form of withSheet.filter(({ printsSecrets }) => printsSecrets !== true)) {
      const text = sheetTexts(sheetOf(form, samples[form.id] ?? {}, true)).join('\n');
      for (const secret of sampleSecrets) expect(text, form.id).not.toContain(secret);
    }
  });

  it('no form but one prints secrets; no form asks for a credit card or transfer account number', () => {
    expect(forms.filter(({ printsSecrets }) => printsSecrets).map(({ id }) => id)).toEqual([
      'xca-user-code-letter',
    ]);
    const names = forms.flatMap((form) => inputFieldsOf(form).map(({ field }) => field.label));
    expect(names.filter((name) => /信用卡卡?號|銷帳|轉帳帳號/.test(name))).toEqual([]);
  });

  it('個資法: contact data stay out of a saved draft unless asked for', () => {
    const form = findForm('xca-application-primary');
    const sample = samples[form.id] ?? {};
    const personal = inputFieldsOf(form).filter(({ field }) => field.personal);
    expect(personal.map(({ path }) => path)).toEqual([
      '/contact/name',
      '/contact/email',
      '/contact/address',
      '/contact/phone',
      '/contact/fax',
    ]);
    for (const { path } of personal) {
      expect(valueAt(savableDraft(form, sample), path)).toBeUndefined();
      expect(valueAt(savableDraft(form, sample, { keepPersonal: true }), path)).toEqual(
        valueAt(sample, path),
      );
    }
  });
});
