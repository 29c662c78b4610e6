import {
  defineDocumentType,
  draftShape,
  editionOf,
  extendGrammar,
  grammarOf,
  letterParts,
  type OfficialLetter,
  officialLetterType,
} from '../../src/index.ts';

const { extendRecord, optional, text } = draftShape;

/** A 函 with two fields that a vendor's system adds: 檔號 and 保存年限. */
export interface ArchivedLetter extends OfficialLetter {
  readonly fileNumber?: string;
  readonly retention?: string;
}

/** The vendor's 函: the official one with two optional elements at its end. */
export const archivedGrammar = (() => {
  const base = grammarOf('函', editionOf('104'));
  if (!base) throw new Error('104 has a grammar of 函');
  const { grammar, issues } = extendGrammar(base, {
    name: '範例公文系統',
    dtdName: '104_2v_utf8.dtd',
    elements: { 檔號: { content: '(#PCDATA)' }, 保存年限: { content: '(#PCDATA)' } },
    append: { 函: '檔號?,保存年限?' },
  });
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
  return grammar;
})();

/** 函 as this vendor's users have it: everything of the official kind, and the two fields. */
export const archivedLetterType = defineDocumentType<ArchivedLetter>({
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
