export { attachmentsOf } from './attachments-of.ts';
export { attachmentMissing, checkDispatch } from './check-dispatch.ts';
export { type DispatchCode, dispatchMessages } from './check-messages.ts';
export { type Consultation, consultationFromTree, consultationToTree } from './consultation.ts';
export { type ConvertedLetter, type ConvertOptions, convertLetter } from './convert/convert-letter.ts';
export { type ConvertCode, convertMessages } from './convert/messages.ts';
export type { AttachmentSlot, DispatchFile, WrittenDispatch, WrittenFile } from './file.ts';
export { hideRecipients } from './hide-recipients.ts';
export { joinRoster } from './join-roster.ts';
export {
  MESSAGE_CODE_LABELS,
  MESSAGE_CODES,
  type Message,
  messageFromTree,
  messageToTree,
} from './message.ts';
export {
  type Dispatch,
  type DispatchAttachment,
  type DispatchInput,
  type ReadDispatchOptions,
  readDispatch,
} from './read-dispatch.ts';
export { type LetterDocument, type ReadLetterOptions, readLetter } from './read-letter.ts';
export { type Roster, type RosterEntry, rosterFromTree, rosterToTree } from './roster.ts';
export { type WriteDispatchOptions, writeDispatch } from './write-dispatch.ts';
export { type SeparateDispatch, writeSeparately } from './write-separately.ts';
