export { type Consultation, consultationFromTree, consultationToTree } from './consultation.ts';
export type { AttachmentSlot, DispatchFile, WrittenDispatch, WrittenFile } from './file.ts';
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
