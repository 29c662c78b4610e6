export { type BatchDocument, type BatchItem, type BatchOptions, signBatch } from './batch.ts';
export { cmsIssues } from './cms-issues.ts';
export type { ContentCipher } from './content-cipher.ts';
export { isSignedMessage } from './content-info.ts';
export { type EnvelopOptions, envelopCms } from './envelop.ts';
export type { SignatureGrade } from './grade.ts';
export type { WrapPadding } from './key-transport.ts';
export { CMS_OID } from './oids.ts';
export {
  describeEnvelope,
  type EnvelopeDescription,
  type OpenedEnvelope,
  openCms,
  openEnvelope,
} from './open.ts';
export { type ImportedKey, importPkcs12, type Pkcs12Content } from './pkcs12.ts';
export { type OpenedSeal, openSealedCms, type SealOptions, sealCms } from './seal.ts';
export { type SignOptions, signCms, type TimestampSource } from './sign.ts';
export {
  type IncrementalHash,
  type StreamOptions,
  signCmsAttachedStream,
  signCmsStream,
} from './sign-stream.ts';
export type { CertificateReference } from './signed-data.ts';
export { createTimestampClient, type TimestampClientOptions } from './timestamp/timestamp-client.ts';
export type { TstInfo } from './timestamp/tst-info.ts';
export { type TimestampResult, verifyTimestamp } from './timestamp/verify-timestamp.ts';
export { type CmsVerification, type SignerVerification, type VerifyCmsOptions, verifyCms } from './verify.ts';
export type { Trust, VerifyOptions } from './verify-options.ts';
