// From packages/gongwen/README.md; written by docs/build/write-docs.ts.
import { readDispatch, readLetter, writeDispatch } from '@kcc/gongwen';

const draft = {
  kind: 'letter', subtype: '函', issuers: [{ type: 'organisation', name: '甲' }], contactLines: [], documentNumbers: [],
  attachments: [], subject: '請查照。', sections: [], copies: [], signatures: [],
  recipients: [{ type: 'organisation', name: '乙', code: 'Z10000001B' }],
} as const;
const files = writeDispatch(draft, { baseName: '1' }).files.flatMap((file) => ('bytes' in file ? [file] : []));
const bytes = files[0]?.bytes ?? new Uint8Array();

const { letter, wellFormed, valid, generation, issues } = readLetter(bytes);
const dispatch = await readDispatch(files); // joins the roster's codes to the recipients, hashes the attachments

export { draft, files, bytes, letter, wellFormed, valid, generation, issues, dispatch };
