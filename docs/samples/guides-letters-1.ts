// From docs/guides/letters.md; written by docs/build/write-docs.ts.
import { type OfficialLetter, writeDispatch } from '@kcc/gongwen';

const letter: OfficialLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '甲機關' }],
  contactLines: [],
  documentNumbers: [],
  attachments: [],
  subject: '檢送資料，請查照。',
  sections: [],
  recipients: [{ type: 'organisation', name: '乙機關', code: '397000000A' }],
  copies: [],
  signatures: [],
};
const { files, issues } = writeDispatch(letter, { baseName: '1150000001' });
console.log(files.map(({ path }) => path)); // ['1150000001.di', '1150000001.sw']
console.log(issues.map(({ code }) => code)); // 還缺什麼：WRITE_NUMBER_MISSING …

export { letter, files, issues };
