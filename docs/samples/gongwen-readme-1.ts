// From packages/gongwen/README.md; written by docs/build/write-docs.ts.
import { type OfficialLetter, writeDispatch } from '@kcc/gongwen';

const letter: OfficialLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '高雄市議員○○○服務處', code: 'XA00000000' }],
  contactLines: ['承辦人：王○○'],
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '高議服', year: '115', serial: '0000001' }],
  urgency: '普通件',
  attachmentText: '計畫書1份',
  attachments: [{ fileName: 'plan.pdf' }],
  subject: '檢送計畫書1份，請查照。',
  sections: [{ name: '說明', items: [{ text: '依據年度計畫辦理。', items: [] }] }],
  recipients: [{ type: 'organisation', name: '高雄市議會', code: '380000000A' }],
  copies: [],
  signatures: ['議員　○○○'],
};

const { files, issues } = writeDispatch(letter, { baseName: '1150000001' });
// files: 1150000001.di (letter), 1150000001.sw (roster), plan.pdf (attachment-slot: you put the file there)

export { letter, files, issues };
