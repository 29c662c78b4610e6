// From packages/forms/README.md; written by docs/build/write-docs.ts.
import {
  advanceTrack,
  cardTrack,
  checkForm,
  startTrack,
  trackStatus,
  xcaApplicationPrimary,
} from '@kcc/forms';
import { fillDocx } from '@kcc/forms/docx';

const data = {
  application: {
    agreedToTerms: true,
    caseNumber: '04001-00000-00000-00000-80067',
    filledOn: '115年11月24日',
  },
  organisation: {
    name: '高雄市議員王小明服務處',
    address: { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1段1號' },
    phone: '07-7470171',
  },
  contact: { name: '林小美', email: 'office@example.tw', sameAddress: true, phone: '07-7470171' },
};
const options = { asOf: '2026-11-24' };

const { ok, value, issues } = checkForm(xcaApplicationPrimary, data, options);
for (const issue of issues) process.stdout.write(`${issue.severity} ${issue.path} ${issue.message}\n`);
export const docx = ok ? await fillDocx(xcaApplicationPrimary, value, options) : undefined;

const issued = { type: 'ISSUED', on: '2026-12-10', facts: { expiresOn: '2032-12-09' } };
const card = advanceTrack(cardTrack, startTrack(cardTrack), issued);
export const { turn, next, deadlines } = trackStatus(cardTrack, card, options);

export { data, options, ok, value, issues, issued, card };
