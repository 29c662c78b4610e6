import {
  defineDocumentType,
  definePaperType,
  draftShape,
  type ElementReader,
  editionOf,
  extendGrammar,
  grammarOf,
  type LetterBase,
  type LetterBody,
  labelledField,
  letterParts,
  paperFields,
  type Writing,
} from '../../src/index.ts';

const { baseFields, bodyFields, list, oneOf, optional, record, required, text } = draftShape;
const { filled, leaf, parent, present } = letterParts;

/** 陳情案件處理單 — an agency's own document about a petition. */
export interface Petition extends LetterBase, LetterBody {
  readonly kind: 'petition';
  /** 案號. */
  readonly caseNumber: string;
  /** 陳情人, with a phone where one is known. */
  readonly petitioners: readonly Petitioner[];
}

export interface Petitioner {
  readonly name: string;
  readonly phone?: string;
}

/** The agency's DTD: the tag set of 函 and three elements more. */
export const petitionGrammar = (() => {
  const base = grammarOf('函', editionOf('104'));
  if (!base) throw new Error('104 has a grammar of 函');
  const { grammar, issues } = extendGrammar(base, {
    name: '嘉禾市政府',
    root: '陳情處理單',
    dtdName: { utf8: '104_kh1_utf8.dtd', big5: '104_kh1_big5.dtd' },
    elements: {
      陳情處理單: { content: '(發文機關,案號,陳情人+,發文日期,發文字號+,附件?,主旨,段落*,署名*)' },
      案號: { content: '(#PCDATA)' },
      陳情人: { content: '(姓名,電話?)' },
    },
  });
  if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));
  return grammar;
})();

function readPetitioner(element: ElementReader): Petitioner {
  return present<Petitioner>({
    name: element.require('姓名')?.text() ?? '',
    phone: filled(element.take('電話')?.text()),
  });
}

function read(root: ElementReader): Omit<Petition, 'generation' | 'extra'> {
  const date = letterParts.readIssueDate(root.require('發文日期'));
  return present<Omit<Petition, 'generation' | 'extra'>>({
    kind: 'petition',
    issuers: letterParts.readIssuers(root.requireAll('發文機關')),
    caseNumber: root.require('案號')?.text() ?? '',
    petitioners: root.requireAll('陳情人').map(readPetitioner),
    issueDate: date.issueDate,
    issueDateText: date.issueDateText,
    documentNumbers: letterParts.readDocumentNumbers(root.requireAll('發文字號'), date.issueDate),
    ...letterParts.readAttachments(root.take('附件')),
    ...letterParts.readBody(root),
    signatures: letterParts.readSignatures(root),
  });
}

function write(petition: Petition, writing: Writing) {
  return parent('陳情處理單', [
    ...petition.issuers.map(letterParts.writeIssuer),
    leaf('案號', petition.caseNumber),
    ...petition.petitioners.map(({ name, phone }) =>
      parent('陳情人', [leaf('姓名', name), phone !== undefined && leaf('電話', phone)]),
    ),
    letterParts.writeIssueDate(petition),
    ...letterParts.writeDocumentNumbers(petition.documentNumbers),
    letterParts.writeAttachments(petition, writing),
    ...letterParts.writeBody(petition),
    ...letterParts.writeSignatures(petition),
  ]);
}

const petitioner = record<Petitioner>(() => ({ name: required(text), phone: optional(text) }));

/** The kind: how its XML is read and written, and what its drafts look like. */
export const petitionType = defineDocumentType<Petition>({
  kind: 'petition',
  root: '陳情處理單',
  label: '陳情處理單',
  numbered: true,
  recipientFields: [],
  shape: record<Petition>(() => ({
    kind: required(oneOf('petition')),
    ...baseFields,
    caseNumber: required(text),
    petitioners: list(petitioner),
    ...bodyFields,
  })),
  template: `kind: petition
issuers: [嘉禾市政府]
caseNumber: 115-000001
petitioners:
  - { name: 王○○, phone: (00)0000-0000 }
subject: 陳情人反映範例路路燈不亮，請查照。
`,
  read,
  write,
});

/** The paper: the fields of a 函 with the agency's own between them. */
export const petitionPaper = definePaperType<Petition>({
  kind: 'petition',
  heading: '陳情處理單',
  fields: [
    paperFields.title,
    labelledField('/caseNumber', '案號：', ({ caseNumber }) => caseNumber),
    labelledField('/petitioners', '陳情人：', ({ petitioners }) =>
      petitioners.map(({ name, phone }) => [name, phone ?? ''].join(' ').trim()).join('、'),
    ),
    paperFields.issueDate,
    paperFields.documentNumber,
    paperFields.attachment,
    paperFields.subject,
    paperFields.sections,
    paperFields.signature,
  ],
});
