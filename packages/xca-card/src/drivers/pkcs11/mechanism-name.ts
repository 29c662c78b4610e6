/** CK_MECHANISM_TYPE numbers that matter for RSA cards, under their names in PKCS#11 v2.40. */
const NAMES: Readonly<Record<number, string>> = {
  0: 'RSA_PKCS_KEY_PAIR_GEN',
  1: 'RSA_PKCS',
  3: 'RSA_X_509',
  5: 'MD5_RSA_PKCS',
  6: 'SHA1_RSA_PKCS',
  9: 'RSA_PKCS_OAEP',
  13: 'RSA_PKCS_PSS',
  14: 'SHA1_RSA_PKCS_PSS',
  64: 'SHA256_RSA_PKCS',
  65: 'SHA384_RSA_PKCS',
  66: 'SHA512_RSA_PKCS',
  67: 'SHA256_RSA_PKCS_PSS',
  68: 'SHA384_RSA_PKCS_PSS',
  69: 'SHA512_RSA_PKCS_PSS',
  70: 'SHA224_RSA_PKCS',
  528: 'MD5',
  544: 'SHA_1',
  592: 'SHA256',
  608: 'SHA384',
  624: 'SHA512',
};

/** `CKM_SHA256_RSA_PKCS` of 64; `0x00001234` where the name is not known here. */
export function mechanismName(mechanism: number): string {
  const name = NAMES[mechanism];
  return name === undefined ? `0x${mechanism.toString(16).toUpperCase().padStart(8, '0')}` : `CKM_${name}`;
}
