// From docs/guides/own-document-type.md; written by docs/build/write-docs.ts.
import {
  defineDocumentType,
  draftShape,
  editionOf,
  extendGrammar,
  grammarOf,
  letterParts,
  type OfficialLetter,
  officialLetterType,
  readDispatch,
  writeDispatch,
} from '@kcc/gongwen';

const { extendRecord, optional, text } = draftShape;

/** 函，加上檔號與保存年限。 */
interface ArchivedLetter extends OfficialLetter {
  readonly fileNumber?: string;
  readonly retention?: string;
}

// 文法：函的最後多兩個可有可無的元素
const base = grammarOf('函', editionOf('104'));
if (!base) throw new Error('no grammar');
const { grammar, issues: mistakes } = extendGrammar(base, {
  name: '範例公文系統',
  dtdName: '104_2v_utf8.dtd',
  elements: { 檔號: { content: '(#PCDATA)' }, 保存年限: { content: '(#PCDATA)' } },
  append: { 函: '檔號?,保存年限?' },
});
if (mistakes.length > 0) throw new Error(mistakes[0]?.message);

// 文件種類：先讓官方的讀寫做完，再加自己的
const archivedLetterType = defineDocumentType<ArchivedLetter>({
  ...officialLetterType,
  shape: extendRecord<OfficialLetter, ArchivedLetter>(officialLetterType.shape, {
    fileNumber: optional(text),
    retention: optional(text),
  }),
  read(root) {
    const fileNumber = letterParts.filled(root.take('檔號')?.text());
    const retention = letterParts.filled(root.take('保存年限')?.text());
    return {
      ...officialLetterType.read(root),
      ...(fileNumber !== undefined && { fileNumber }),
      ...(retention !== undefined && { retention }),
    };
  },
  write(letter, writing) {
    const tree = officialLetterType.write(letter, writing);
    const added = [
      letter.fileNumber !== undefined && letterParts.leaf('檔號', letter.fileNumber),
      letter.retention !== undefined && letterParts.leaf('保存年限', letter.retention),
    ].filter((element) => element !== false);
    return { ...tree, children: [...tree.children, ...added] };
  },
});

const letter: ArchivedLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '甲機關' }],
  contactLines: [],
  documentNumbers: [],
  attachments: [],
  subject: '請查照。',
  sections: [],
  recipients: [{ type: 'organisation', name: '乙機關', code: '397000000A' }],
  copies: [],
  signatures: [],
  fileNumber: '115/000000/1',
};
const extension = { types: [archivedLetterType], grammars: [grammar] };
const { files } = writeDispatch(letter, { baseName: '1', ...extension });
const written = files.flatMap((file) => ('bytes' in file ? [file] : []));
const back = await readDispatch<ArchivedLetter>(written, extension);
if (back.letter?.fileNumber !== '115/000000/1') throw new Error('lost');

export { extendRecord, optional, text, base, grammar, mistakes, archivedLetterType, letter, extension, files, written, back };
