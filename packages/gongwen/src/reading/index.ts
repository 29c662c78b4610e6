// Reading and checking alone: a program that only does this need not load drafts, papers and sign-off.
export { attachmentsOf } from '../dispatch/attachments-of.ts';
export { type LetterDocument, type ReadLetterOptions, readLetter } from '../dispatch/read-letter.ts';
export { type DocumentReading, type ReadOptions, readDocument } from '../grammar/read-document.ts';
