export { type PemBlock, readPem, writePem } from '../der/pem.ts';
export type { Algorithm } from './algorithm.ts';
export { type Certificate, parseCertificate } from './certificate.ts';
export type { ExtensionValues } from './extension-values.ts';
export type {
  AuthorityKeyIdentifier,
  BasicConstraints,
  DistributionPoint,
  Extension,
  KeyUsageName,
} from './extensions.ts';
export type { GeneralName } from './general-name.ts';
export { AUTHORITIES, type CardKind, GPKI, SUBJECT_TYPES, type SubjectTypeEntry } from './gpki.ts';
export { type CardRank, type GpkiIdentity, suggestAgencyCode } from './identity.ts';
export { type DistinguishedName, type NameAttribute, nameValues, sameName } from './name.ts';
export type { NameConstraints } from './name-constraints.ts';
export { OID } from './oids.ts';
export type { PathRules } from './path-check.ts';
export { pathIssues } from './path-issues.ts';
export type { Phrase } from './phrase.ts';
export type { PolicyDemands } from './policy-graph.ts';
export type { PolicyValues } from './policy-values.ts';
export type { PublicKey } from './public-key.ts';
export type {
  RevocationChecker,
  RevocationContext,
  RevocationPolicy,
  RevocationStatus,
  StatusSource,
} from './revocation/checker.ts';
export { type Crl, type CrlHead, parseCrl } from './revocation/crl.ts';
export { type CrlCheckerOptions, createCrlChecker } from './revocation/crl-checker.ts';
export { asCrlList, type CrlInput, type CrlList } from './revocation/crl-list.ts';
export {
  CRL_REASONS,
  type CrlReason,
  countEntries,
  findInCrl,
  type RevokedEntry,
} from './revocation/crl-scan.ts';
export type { CrlScope } from './revocation/crl-scope.ts';
export type { FetchLike } from './revocation/fetch-bytes.ts';
export { checkOcspResponse, type OcspQuestion } from './revocation/ocsp-check.ts';
export { writeOcspRequest } from './revocation/ocsp-request.ts';
export { type OcspResponse, type OcspStatement, parseOcspResponse } from './revocation/ocsp-response.ts';
export { createMemoryRevocationCache, type RevocationCache } from './revocation/revocation-cache.ts';
export { createRevocationChecker, type RevocationOptions } from './revocation/revocation-source.ts';
export {
  buildPath,
  type CertificateInput,
  type PathOptions,
  type PathResult,
  validatePath,
} from './validate-path.ts';
