/** The parts that the package's own kinds of letter are made of, for those who define another kind. */

export { readAddressee, writeAddressee } from './fields/addressee.ts';
export { readAttachments, writeAttachments } from './fields/attachments.ts';
export {
  readBody,
  readSignatures,
  readTextOf,
  writeBody,
  writeSignatures,
  writeTextOf,
} from './fields/body.ts';
export { dateText, formatDate, readDateText, readWrappedDate } from './fields/date.ts';
export {
  readDocumentNumber,
  readSerial,
  writeDocumentNumber,
  writeSerial,
} from './fields/document-number.ts';
export {
  readClassification,
  readCode,
  readDocumentNumbers,
  readIssueDate,
  readIssuers,
  readSubtype,
  readUrgency,
  writeClassification,
  writeDocumentNumbers,
  writeIssueDate,
  writeIssuer,
  writeUrgency,
} from './fields/header.ts';
export { readRecipientRun, writePartyName, writePartyWithCodes } from './fields/party.ts';
export {
  readContacts,
  readPersons,
  readRecipients,
  writeContacts,
  writePersons,
  writeRecipients,
} from './fields/recipients.ts';
export { readItemBlock, readSection, writeItemBlock, writeSection } from './fields/section.ts';
export { filled, present } from './present.ts';
export { empty, labelled, leaf, parent } from './writing/elements.ts';
