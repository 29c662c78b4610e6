export type { CardRecord, RevocationReason } from './card-record.ts';
export type { Fault, SoftOperation } from './faults.ts';
export { createFolderStorage, type FolderStorageOptions } from './folder-storage.ts';
export type { TestAuthority } from './gpki/authority.ts';
export { buildCrl, type CrlEntrySpec, type CrlSpec } from './gpki/crl-writer.ts';
export { answerOcsp, type OcspKnowledge, type OcspResponderOptions } from './gpki/ocsp-responder.ts';
export {
  type CertifiedKey,
  issueOrganisation,
  type Organisation,
  type OrganisationCertificateOptions,
  type OrganisationCertificates,
} from './gpki/organisation.ts';
export { issueServiceKey, type ServiceKeyOptions, type ServiceUse } from './gpki/service-key.ts';
export { readGpki, type StoredGpki, writeGpki } from './gpki/stored-gpki.ts';
export { type AuthorityId, createTestGpki, type TestGpki, type TestGpkiOptions } from './gpki/test-gpki.ts';
export { answerTimestamp, type TimeStamperOptions } from './gpki/time-stamper.ts';
export { type IssueCardOptions, issueSoftCard } from './issue-card.ts';
export {
  activate,
  type CardState,
  lockPin,
  renew,
  resetPin,
  resume,
  revoke,
  stateOf,
  suspend,
} from './life.ts';
export { type PublishedCrl, publishCrls, publishTrust } from './publish.ts';
export { insertCard, removeCard, setReaderPresent } from './readers.ts';
export { createSoftDriver, type SoftDriverOptions } from './soft-driver.ts';
export {
  DEFAULT_READER,
  openSoftStore,
  type SoftReader,
  type SoftStore,
  type SoftStoreOptions,
} from './soft-store.ts';
export { createMemoryStorage, type SoftStorage } from './storage.ts';
export { type VendorCodes, vendorCodes } from './vendor-codes.ts';
