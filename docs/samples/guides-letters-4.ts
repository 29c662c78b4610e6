// From docs/guides/letters.md; written by docs/build/write-docs.ts.
import { convertLetter, writeDispatch } from '@kcc/gongwen';

const letter = {
  kind: 'letter', subtype: '函', issuers: [{ type: 'organisation', name: '甲' }], contactLines: [], documentNumbers: [],
  attachments: [], subject: '請查照。', sections: [], copies: [], signatures: [],
  recipients: [{ type: 'organisation', name: '乙', code: '397000000A' }],
} as const;
const old = writeDispatch(letter, { baseName: '1', generation: '99', encoding: 'big5' });
const files = old.files.flatMap((file) => ('bytes' in file ? [{ path: file.path, bytes: file.bytes }] : []));
const { files: current, issues } = await convertLetter(files);
console.log(current.length, issues.map(({ code }) => code)); // 每一項改變都列出

export { letter, old, files, current, issues };
