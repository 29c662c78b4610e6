export { attributeDefault } from './attribute-default.ts';
export { checkAgainstGrammar } from './check.ts';
export { DEFECTS, type DefectId } from './defects.ts';
export { type DtdFile, type DtdOptions, dtdFiles, dtdText } from './dtd-text.ts';
export { type ExtendedGrammar, extendGrammar, type GrammarExtension } from './extend.ts';
export { type ExtendIssueCode, extendMessages } from './extend-messages.ts';
export { type ChosenBy, findGrammar, type GrammarChoice, type GrammarQuery } from './find-grammar.ts';
export type { ElementName } from './generations.ts';
export type {
  AnyKind,
  AttributeRule,
  AttributeType,
  Defect,
  DocumentKind,
  ElementRule,
  Evidence,
  Grammar,
  GrammarGeneration,
  GrammarRevision,
  TagSet,
} from './grammar.ts';
export { editionOf, grammarOf, listGrammars } from './grammars.ts';
export { type GrammarIssueCode, grammarMessages } from './messages.ts';
export { type DocumentReading, type ReadOptions, readDocument } from './read-document.ts';
export { type RootName, UNKNOWN_ROOTS } from './roots.ts';
export { salvageDocument } from './salvage-document.ts';
export { catalogueTags, catalogueTags99 } from './tag-sets/catalogue.ts';
