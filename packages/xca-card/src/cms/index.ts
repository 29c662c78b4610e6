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
export { type OpenedSeal, openSealedCms, type SealOptions, sealCms } from './seal.ts';
export { type SignOptions, signCms, type TimestampSource } from './sign.ts';
export {
  type IncrementalHash,
  type StreamOptions,
  signCmsAttachedStream,
  signCmsStream,
} from './sign-stream.ts';
export type { CertificateReference } from './signed-data.ts';
export { type CmsVerification, type SignerVerification, type VerifyCmsOptions, verifyCms } from './verify.ts';
export type { Trust, VerifyOptions } from './verify-options.ts';
