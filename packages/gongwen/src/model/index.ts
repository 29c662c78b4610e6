export { announcementType } from './announcement.ts';
export type { Attachment } from './attachment.ts';
export { DECREE_SUBTYPES, decreeType } from './decree.ts';
export {
  type DocumentType,
  defineDocumentType,
  type Readable,
  type RecipientField,
} from './document-type.ts';
export { allTypes, documentTypes } from './document-types.ts';
export type { Extra } from './extra.ts';
export { foldText } from './fold-text.ts';
export { DOCUMENT_CLASSES, jointType } from './joint.ts';
export type * from './letter.ts';
export {
  type LetterReading,
  type LetterSource,
  type LinkedFiles,
  letterFromTree,
} from './letter-from-tree.ts';
export * as letterParts from './letter-parts.ts';
export { deriveMarker } from './marker.ts';
export { memoType } from './memo.ts';
export { inspectionType, meetingType } from './notice.ts';
export { LETTER_SUBTYPES, officialLetterType } from './official-letter.ts';
export type {
  Addressee,
  Collective,
  Contact,
  Issuer,
  Organisation,
  Party,
  Person,
  Recipient,
  Unit,
} from './party.ts';
export { ElementReader } from './reading/element-reader.ts';
export { type ReadCode, readMessages } from './reading/messages.ts';
export { reviewType } from './review.ts';
export type { Item, ItemBlock, Section } from './section.ts';
export * as draftShape from './shape/index.ts';
export type {
  Field as DraftField,
  FieldsOf as DraftFieldsOf,
  ListShape,
  MapShape,
  RecordShape,
  Shape as DraftShape,
  TextShape,
  VariantShape,
} from './shape/shape.ts';
export { type WriteCode, writeMessages } from './writing/messages.ts';
export type { Writing } from './writing/writing.ts';
