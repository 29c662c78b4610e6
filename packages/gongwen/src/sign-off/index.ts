export { type AddPointOptions, addSignOffPoint, startSignOff } from './add-sign-off-point.ts';
export { checkSignOff } from './check-sign-off.ts';
export { type SignOffCode, signOffMessages } from './messages.ts';
export type {
  SignOff,
  SignOffDocument,
  SignOffFile,
  SignOffFlow,
  SignOffFolder,
  SignOffPerson,
  SignOffPoint,
  SignOffSigner,
  SignOffStep,
} from './model.ts';
export type { NewSignOffDocument, NewSignOffFile, NewSignOffPoint } from './new-point.ts';
export {
  readSignOff,
  type SignOffDocumentReading,
  type SignOffReading,
  signOffFromTree,
} from './read-sign-off.ts';
export type { ReferenceCheck } from './verify-reference.ts';
export { type SignatureCheck, type SignedFiles, verifySignOff } from './verify-sign-off.ts';
