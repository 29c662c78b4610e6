export {
  type Capability,
  type CapabilityPage,
  type Certainty,
  capabilityPages,
} from './capabilities.ts';
export type { CardProfile, KeyHint, TokenText } from './card-profile.ts';
export { defineProfile, profileOf } from './card-profile.ts';
export type { CertificateTraits } from './certificate-traits.ts';
export { readCertificateTraits } from './certificate-traits.ts';
export { type KnownModule, knownModules } from './known-modules.ts';
export {
  builtInProfiles,
  genericProfile,
  hicosLibraryProfile,
  hicosProfile,
  pivProfile,
  softhsmProfile,
} from './profiles.ts';
export type { CertificateSelection, TokenCertificate } from './select-certificates.ts';
export { idText, selectCertificates } from './select-certificates.ts';
export { isVirtualReader, virtualReaders } from './virtual-readers.ts';
