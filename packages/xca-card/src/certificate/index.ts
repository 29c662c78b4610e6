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
export type { PolicyValues } from './policy-values.ts';
export type { PublicKey } from './public-key.ts';
