/** How sure a statement is: seen in our own tests, reported by public sources, or not known. */
export type Certainty = 'seen' | 'reported' | 'unknown';

/** One line of a capability page. */
export interface Capability {
  readonly what: string;
  readonly says: string;
  readonly certainty: Certainty;
}

/** What one kind of card or token was seen to do; the text of its page in the documentation. */
export interface CapabilityPage {
  /** {@link CardProfile.name}. */
  readonly profile: string;
  readonly title: string;
  readonly capabilities: readonly Capability[];
}

/** One page a device. A real XCA card was never at hand: nothing about it is `seen`. */
export const capabilityPages: readonly CapabilityPage[] = [
  {
    profile: 'hicos',
    title: 'HiCOS GPKI card (XCA, GCA, MOEACA, MOICA)',
    capabilities: [
      { what: 'keys', says: 'two RSA-2048 pairs, CKA_ID SIGN and KEYX', certainty: 'reported' },
      { what: 'keys of an XCA card', says: 'the same, by the same vendor', certainty: 'unknown' },
      {
        what: 'PIN',
        says: '6 to 8 characters, 3 tries; vendor CKR 0x80000002, 0x80000001, then CKR_PIN_LOCKED',
        certainty: 'reported',
      },
      {
        what: 'tries left without a PIN',
        says: 'whether the CKF_USER_PIN_* flags are kept',
        certainty: 'unknown',
      },
      {
        what: 'signing',
        says: 'CKM_SHA1/256/384/512_RSA_PKCS declared; tried first, else CKM_RSA_PKCS',
        certainty: 'reported',
      },
      { what: 'output buffer', says: 'shorter than the key: CKR_BUFFER_TOO_SMALL', certainty: 'reported' },
      { what: 'threads', says: 'not thread safe: one call at a time', certainty: 'reported' },
      { what: 'hot plug', says: 'C_WaitForSlotEvent is unreliable: polled', certainty: 'reported' },
      { what: 'Linux module', says: 'name of the file', certainty: 'unknown' },
    ],
  },
  {
    profile: 'piv-opensc',
    title: 'PIV card through OpenSC 0.23',
    capabilities: [
      { what: 'keys', says: '9C signs (CKA_ID 02), 9D decrypts (CKA_ID 03)', certainty: 'seen' },
      {
        what: 'always-authenticate',
        says: 'the key 9C wants the PIN before each signature',
        certainty: 'seen',
      },
      {
        what: 'PIN',
        says: '4 to 8 characters, 3 tries; CKF_USER_PIN_FINAL_TRY and CKF_USER_PIN_LOCKED are kept, COUNT_LOW is not',
        certainty: 'seen',
      },
      { what: 'signing', says: 'SHA-1, SHA-256, SHA-384, SHA-512', certainty: 'seen' },
      { what: 'decryption', says: 'OAEP with SHA-1 and SHA-256, PKCS#1 v1.5', certainty: 'seen' },
      {
        what: 'removal',
        says: 'C_GetTokenInfo never returns when the card left a moment before: the process is ended',
        certainty: 'seen',
      },
      { what: 'two cards', says: 'both open at once, told apart by serial number', certainty: 'seen' },
    ],
  },
  {
    profile: 'softhsm2',
    title: 'SoftHSM 2.6.1',
    capabilities: [
      { what: 'signing', says: 'SHA-1, SHA-256, SHA-384, SHA-512', certainty: 'seen' },
      {
        what: 'decryption',
        says: 'its own OAEP is SHA-1 only; SHA-256 through CKM_RSA_X_509 and our own unpadding',
        certainty: 'seen',
      },
      { what: 'PIN', says: 'never locks; tries are not counted', certainty: 'seen' },
      { what: 'object order', says: 'changes from run to run', certainty: 'seen' },
    ],
  },
];
