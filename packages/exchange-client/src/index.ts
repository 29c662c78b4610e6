export {
  type AddressBook,
  compareAddressBooks,
  createAddressBook,
  type NameAnswer,
  writeAddressBook,
} from './address-book/address-book.ts';
export type { AddressBookDifferences, AddressEntry } from './address-book/address-entry.ts';
export { foldName } from './address-book/fold.ts';
export { type AddressBookReading, readAddressBook } from './address-book/read-address-book.ts';
export { type Bulletin, type NewBulletin, type OpenBulletin, readOpenBulletin } from './bulletin/bulletin.ts';
export { TAIWAN_WORKING_DAYS, type WorkingDayTable } from './calendar/working-day-table.ts';
export { createCalendar, endOfDay, taipeiDate, type WorkingCalendar } from './calendar/working-days.ts';
export { createBatchSigner } from './certificate/batch-signer.ts';
export {
  type CertificateChecker,
  type ParsedCertificate,
  parseCertificate,
} from './certificate/certificate.ts';
export { type SignatureAlgorithm, verifySignature } from './certificate/signature.ts';
export type { Decrypter, SignatureHash, Signer, UnwrapPadding } from './certificate/signer.ts';
export type * from './codec/envelope.ts';
export * from './codec/files.ts';
export type { Decoded } from './codec/read-envelope.ts';
export { parseExchangeTime, writeExchangeTime } from './codec/time.ts';
export { ARRIVAL_STATES, type ArrivalState } from './engine/arrival-state.ts';
export { type BreakerPolicy, DEFAULT_BREAKER } from './engine/breaker.ts';
export type { EngineOptions, EngineStep } from './engine/context.ts';
export { createDesk } from './engine/create-desk.ts';
export { createEngine } from './engine/create-engine.ts';
export { DELIVERY_STATES, type DeliveryState } from './engine/delivery-state.ts';
export { type Directory, type DirectoryEntry, fixedDirectory } from './engine/directory.ts';
export type { ExchangeDesk, ExchangeEngine, InboxEntry, RunOptions } from './engine/engine.ts';
export { WARNING_DAYS } from './engine/expiry-warnings.ts';
export type { ArrivalName } from './engine/person-actions.ts';
export { DEFAULT_RETRY, type RetryPolicy } from './engine/retry.ts';
export type { SendFile, SendRequest, SendResult } from './engine/send.ts';
export { isIdle, type TurnProblem, type TurnReport } from './engine/turn-report.ts';
export type { ErrorCategory } from './error-category.ts';
export type { EvidenceFile } from './evidence/evidence-file.ts';
export type { TimestampSource } from './evidence/seal-batch.ts';
export {
  type EvidenceVerdict,
  type TimestampChecker,
  type VerifyEvidenceOptions,
  verifyEvidence,
} from './evidence/verify-evidence.ts';
export { ExchangeError } from './exchange-error.ts';
export { type ErrorEntry, EXCHANGE_ERRORS, type ExchangeErrorCode } from './exchange-error-table.ts';
export type { ExchangeIssueCode } from './messages/zh-tw.ts';
export type { NoticeKind, NoticeStatement, ParsedNotice } from './notice/notice.ts';
export { type NoticeContent, type SignedNotice, signNotice } from './notice/sign-notice.ts';
export { type NoticeExpectation, parseNotice, verifyNotice } from './notice/verify-notice.ts';
export { paperLabels, paperList } from './paper/paper-list.ts';
export { type ByteSource, bytesSource, fileSource, readAll } from './seal/byte-source.ts';
export type { FileStore } from './seal/file-store.ts';
export type {
  FileRole,
  PackageHeader,
  PackageParty,
  PackageReceiver,
  PackageStatement,
} from './seal/format.ts';
export {
  createSharedWrapper,
  directWrapper,
  type KeyWrap,
  type KeyWrapper,
  type SharedWrapperOptions,
} from './seal/key-wrap.ts';
export {
  type OpenedPackage,
  type OpenOptions,
  openPackage,
  openPackageBytes,
} from './seal/open-package.ts';
export { createOpenedKeys, type OpenedKeys, type OpenedKeysOptions } from './seal/opened-keys.ts';
export { defineProfile, type ExchangeProfile, jagentProfile, referenceProfile } from './seal/profile.ts';
export type { StoredEntry } from './seal/read-content.ts';
export { type PackageParts, readParts } from './seal/read-parts.ts';
export { sealPackage } from './seal/seal-package.ts';
export type {
  EnvelopeText,
  SealedPackage,
  SealFile,
  SealRecipient,
  SealRequest,
  SealSummary,
} from './seal/seal-request.ts';
export { type VerifiedPackage, type VerifyOptions, verifyPackage } from './seal/verify-package.ts';
export { createBlobFolder } from './store/blob-folder.ts';
export type { BlobRef, BlobStorage } from './store/blob-storage.ts';
export type * from './store/records.ts';
export type * from './store/store.ts';
export { createLoopback, type LoopbackOptions } from './transport/loopback.ts';
export type { MailboxService } from './transport/mailbox-service.ts';
export {
  type OutgoingNotice,
  type Progress,
  recipientKey,
  type Submission,
  type SubmitOutcome,
  type Transport,
  type TransportItem,
} from './transport/transport.ts';
