// From docs/guides/own-document-type.md; written by docs/build/write-docs.ts.
import {
  defineDocumentType,
  definePaperType,
  draftShape,
  dtdText,
  editionOf,
  extendGrammar,
  grammarOf,
  labelledField,
  type LetterBase,
  type LetterBody,
  letterParts,
  paperFields,
  parseDraft,
  readLetter,
  renderText,
  writeDispatch,
} from '@kcc/gongwen';

/** 陳情案件處理單。 */
interface Petition extends LetterBase, LetterBody {
  readonly kind: 'petition';
  readonly caseNumber: string;
}

const base = grammarOf('函', editionOf('104'));
if (!base) throw new Error('no grammar');
const { grammar } = extendGrammar(base, {
  name: '嘉禾市政府',
  root: '陳情處理單',
  dtdName: { utf8: '104_kh1_utf8.dtd', big5: '104_kh1_big5.dtd' },
  elements: {
    陳情處理單: { content: '(發文機關,案號,發文日期,發文字號+,附件?,主旨,段落*,署名*)' },
    案號: { content: '(#PCDATA)' },
  },
});

const { baseFields, bodyFields, oneOf, record, required, text } = draftShape;
const petitionType = defineDocumentType<Petition>({
  kind: 'petition',
  root: '陳情處理單',
  label: '陳情處理單',
  numbered: true,
  recipientFields: [],
  shape: record<Petition>(() => ({
    kind: required(oneOf('petition')),
    ...baseFields,
    caseNumber: required(text),
    ...bodyFields,
  })),
  read(root) {
    const date = letterParts.readIssueDate(root.require('發文日期'));
    return {
      kind: 'petition',
      issuers: letterParts.readIssuers(root.requireAll('發文機關')),
      caseNumber: root.require('案號')?.text() ?? '',
      ...date,
      documentNumbers: letterParts.readDocumentNumbers(root.requireAll('發文字號'), date.issueDate),
      ...letterParts.readAttachments(root.take('附件')),
      ...letterParts.readBody(root),
      signatures: letterParts.readSignatures(root),
    };
  },
  write: (petition, writing) =>
    letterParts.parent('陳情處理單', [
      ...petition.issuers.map(letterParts.writeIssuer),
      letterParts.leaf('案號', petition.caseNumber),
      letterParts.writeIssueDate(petition),
      ...letterParts.writeDocumentNumbers(petition.documentNumbers),
      letterParts.writeAttachments(petition, writing),
      ...letterParts.writeBody(petition),
      ...letterParts.writeSignatures(petition),
    ]),
});

const petitionPaper = definePaperType<Petition>({
  kind: 'petition',
  heading: '陳情處理單',
  fields: [
    paperFields.title,
    labelledField('/caseNumber', '案號：', ({ caseNumber }) => caseNumber),
    paperFields.issueDate,
    paperFields.documentNumber,
    paperFields.subject,
    paperFields.sections,
    paperFields.signature,
  ],
});

const { letter: petition, issues } = parseDraft<Petition>(
  `kind: petition
issuers: [嘉禾市政府]
caseNumber: 115-000001
issueDate: 2026-10-02
documentNumbers: [{ prefix: 府陳, year: '115', serial: '0000001' }]
subject: 陳情人反映路燈不亮，請查照。
`,
  { format: 'yaml', types: [petitionType] },
);
if (!petition) throw new Error(issues[0]?.message);
const extension = { types: [petitionType], grammars: [grammar] };
const [file] = writeDispatch(petition, { baseName: 'case1', ...extension }).files;
if (!file || !('bytes' in file)) throw new Error('nothing was written');
const { valid, letter } = readLetter<Petition>(file.bytes, extension);
if (!valid || letter?.caseNumber !== '115-000001') throw new Error('not read back');
console.log(renderText(petition, { papers: [petitionPaper] }));
console.log(dtdText(grammar).length); // 交給對方系統的 DTD

export { base, grammar, baseFields, bodyFields, oneOf, record, required, text, petitionType, petitionPaper, petition, issues, extension, file, valid, letter };
