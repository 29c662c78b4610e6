import { type CardProfile, defineProfile, type KeyHint } from './card-profile.ts';

/** `SIGN` and `KEYX` in ASCII, as on the cards of the government authorities. */
const GPKI_KEYS: Readonly<Record<'sign' | 'exchange', KeyHint>> = {
  sign: { ids: ['5349474e'], labels: ['cert1'] },
  exchange: { ids: ['4b455958'], labels: ['cert2'] },
};

/** HiCOS: the module of Chunghwa Telecom for GCA, XCA, MOICA and MOEACA cards. */
export const hicosProfile = defineProfile({
  name: 'hicos',
  title: 'HiCOS PKI Smart Card (Chunghwa Telecom)',
  token: { manufacturer: 'chunghwa' },
  keys: GPKI_KEYS,
  pin: { min: 6, max: 8, tries: 3, flags: 'none', vendorErrors: { 2147483650: 2, 2147483649: 1 } },
  source: 'public client code and module listings of MOEACA and MOICA cards; not confirmed on an XCA card',
  verifiedOn: '2026-11-23',
});

/** The same module seen through its library text, when the token gives another manufacturer. */
export const hicosLibraryProfile = defineProfile({
  ...hicosProfile,
  name: 'hicos-library',
  token: { library: 'cht pkcs#11' },
});

/** A PIV card through OpenSC (NIST SP 800-73): 9C signs and asks for the PIN each time, 9D decrypts. */
export const pivProfile = defineProfile({
  name: 'piv-opensc',
  title: 'PIV card through OpenSC',
  token: { manufacturer: 'piv' },
  keys: {
    sign: { ids: ['02', '01'], labels: ['Certificate for Digital Signature'] },
    exchange: { ids: ['03'], labels: ['Certificate for Key Management'] },
  },
  pin: { min: 4, max: 8, tries: 3, flags: 'last-try', vendorErrors: {} },
  source: 'OpenSC 0.23 with a virtual PIV card, seen in the tests of this package',
  verifiedOn: '2026-11-24',
});

/** SoftHSM 2 holding keys under the names of a GPKI card: for tests; its PIN never locks. */
export const softhsmProfile = defineProfile({
  name: 'softhsm2',
  title: 'SoftHSM 2',
  token: { manufacturer: 'softhsm' },
  keys: GPKI_KEYS,
  pin: { min: 4, max: 255, flags: 'none', vendorErrors: {} },
  source: 'SoftHSM 2.6.1, seen in the tests of this package',
  verifiedOn: '2026-11-24',
});

/** Any other token: GPKI names first, then key usage. Vendor errors of unknown modules are never taken for a wrong PIN. */
export const genericProfile = defineProfile({
  name: 'generic',
  title: 'PKCS#11 token',
  token: {},
  keys: GPKI_KEYS,
  pin: { min: 4, max: 64, flags: 'none', vendorErrors: {} },
  source: 'PKCS#11 v2.40',
  verifiedOn: '2026-11-24',
});

/** The built-in profiles, the one that fits every token last. */
export const builtInProfiles: readonly CardProfile[] = [
  hicosProfile,
  hicosLibraryProfile,
  pivProfile,
  softhsmProfile,
  genericProfile,
];
