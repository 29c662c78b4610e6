import type { HashName } from '../../card/card.ts';

/** What the service calls a hash. */
export type HipkiHash = 'SHA1' | 'SHA256' | 'SHA384' | 'SHA512';

/** `PKCS1`: raw RSA signature; `PKCS7`: attached CMS; `RAW`: tbs is a hash. */
export type HipkiSignatureType = 'PKCS1' | 'PKCS7' | 'RAW';

/** Fields of one request as they go over the wire; all values are text. */
export type HipkiFields = Readonly<Record<string, string>>;

/** A request: where a direct client posts it, and through which page a browser sends it. */
export interface HipkiRequest {
  readonly fields: HipkiFields;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Page of the service that a browser opens as a popup. */
  readonly popup: 'popupForm' | 'ChtPopupForm';
  /** `func` of the reply. */
  readonly reply: string;
}

export interface MakeSignatureOptions {
  readonly data: Uint8Array;
  readonly type: HipkiSignatureType;
  /** Not for RAW. */
  readonly hash?: HashName;
  readonly pin: string;
  /** Reader name. */
  readonly reader: string;
  /** CKA_ID of the key. */
  readonly keyId: Uint8Array;
  readonly checkValidity: boolean;
  /** Ask for the authorisation of a secondary card (附卡授權證). */
  readonly withAuthorisation?: boolean;
  readonly withSigningTime?: boolean;
  readonly nonce?: string;
}

const HASHES: Readonly<Record<HashName, HipkiHash>> = {
  'SHA-1': 'SHA1',
  'SHA-256': 'SHA256',
  'SHA-384': 'SHA384',
  'SHA-512': 'SHA512',
};

/** Slots, tokens and, with certificates, what is on the cards; needs no PIN. */
export function infoRequest(withCertificates: boolean): HipkiRequest {
  return {
    fields: { func: withCertificates ? 'GetUserCert' : 'CheckEnvir' },
    path: withCertificates ? '/pkcs11info?withcert=true' : '/pkcs11info',
    method: 'GET',
    popup: 'popupForm',
    reply: 'pkcs11info',
  };
}

export function makeSignature(options: MakeSignatureOptions): HipkiRequest {
  const { data, type, hash, pin, reader, keyId, checkValidity } = options;
  return {
    fields: {
      func: 'MakeSignature',
      tbs: toBase64(data),
      tbsEncoding: 'base64',
      ...(type === 'RAW' ? {} : { hashAlgorithm: HASHES[hash ?? 'SHA-256'] }),
      signatureType: type,
      withCardSN: 'true',
      checkValidity: String(checkValidity),
      slotDescription: reader,
      keyidb64: toBase64(keyId),
      ...(options.withSigningTime === true ? { withSigningTime: 'true' } : {}),
      ...(options.withAuthorisation === true ? { withSCAP: 'true' } : {}),
      ...(options.nonce === undefined ? {} : { nonce: options.nonce }),
      pin: encodeURIComponent(pin),
    },
    path: '/sign',
    method: 'POST',
    popup: 'popupForm',
    reply: 'sign',
  };
}

export function decryptData(cipher: Uint8Array, pin: string, reader: string): HipkiRequest {
  return {
    fields: {
      func: 'DecryptData',
      cipher: encodeURIComponent(toBase64(cipher)),
      cipherType: 'PKCS1',
      plainEncoding: 'base64',
      slotDescription: reader,
      pin: encodeURIComponent(pin),
    },
    path: '/decrypt',
    method: 'POST',
    popup: 'popupForm',
    reply: 'decrypt',
  };
}

export function changePinRequest(current: string, next: string, cardNumber: string): HipkiRequest {
  return {
    fields: {
      func: 'changeUserPINCode',
      currentPIN: encodeURIComponent(current),
      newpin: encodeURIComponent(next),
      cardid: cardNumber,
    },
    path: '/CardManagement/sendCardCommand',
    method: 'POST',
    popup: 'ChtPopupForm',
    reply: 'changeUserPINCode',
  };
}

/** Fields that the protocol escapes by itself; the form decoder of the service is what undoes it. */
const ESCAPED: ReadonlySet<string> = new Set(['pin', 'currentPIN', 'newpin', 'cipher']);

/**
 * Body of a POST: one form field whose plus signs are escaped, because a form decoder reads `+` as a blank; so are `&`,
 * which would end the field, and the `%` of fields that are not escaped already, which would begin an escape. Everything
 * else stands as it is, which is what the service is known to take.
 */
export function formBody(fields: HipkiFields): string {
  const text = JSON.stringify(fields, (name, value: unknown) =>
    typeof value === 'string' && !ESCAPED.has(name) ? value.replaceAll('%', '%25') : value,
  );
  return `tbsPackage=${text.replaceAll('+', '%2B').replaceAll('&', '%26')}`;
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
