// From docs/guides/forms.md; written by docs/build/write-docs.ts.
import { writeFile } from 'node:fs/promises';
import { checkForm, coverNote, findForm, toJsonSchema, xcaApplicationPrimary } from '@kcc/forms';
import { fillDocx } from '@kcc/forms/docx';

const data = {
  application: { agreedToTerms: true, caseNumber: '04001-00000-00000-00000-80067', filledOn: '115年11月24日' },
  organisation: {
    name: '高雄市議員王小明服務處',
    address: { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1段1號' },
    phone: '07-7470171',
  },
  contact: { name: '林小美', email: 'office@example.tw', sameAddress: true, phone: '07-7470171' },
};
const options = { asOf: '2026-11-24' }; // 哪一天的規則、規費、電話
const { ok, value, issues } = checkForm(xcaApplicationPrimary, data, options);
for (const { severity, path, message } of issues) console.log(severity, path, message);
if (!ok) throw new Error('還不能印');
await writeFile('application.docx', await fillDocx(xcaApplicationPrimary, value, options));

console.log(coverNote(xcaApplicationPrimary)); // 這張表哪些地方是修補或沒看過原件的
console.log(Object.keys(toJsonSchema(xcaApplicationPrimary)));
console.log(findForm('g2b2c-01')?.title);

export { data, options, ok, value, issues };
