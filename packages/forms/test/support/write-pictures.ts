import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forms } from '../../src/catalogue/forms.ts';
import { checkForm } from '../../src/define/check.ts';
import { fillPdf } from '../../src/output/pdf/index.ts';
import { sampleDay, samples } from './samples.ts';

// Run with: npx tsx --conditions=@kcc/source packages/forms/test/support/write-pictures.ts (needs poppler-utils)
const pictures = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'forms-pictures-'));
mkdirSync(pictures, { recursive: true });

async function write(): Promise<void> {
  for (const form of forms.filter(({ outputs }) => outputs.sheet || outputs.letter)) {
    const options = { asOf: sampleDay(form.id) };
    const { value } = checkForm(form, samples[form.id], options);
    const file = join(folder, `${form.id}.pdf`);
    writeFileSync(file, (await fillPdf(form, value, options)).bytes);
    execFileSync('pdftoppm', ['-r', '70', '-gray', '-png', file, join(pictures, form.id)]);
  }
}

write().finally(() => rmSync(folder, { recursive: true, force: true }));
