import type { HashName } from '@kcc/xca-card';
import { decoded, type Fields, fromBase64 } from './body.ts';
import { ProtocolFailure, RET } from './codes.ts';

interface JobBase {
  /** Name that the page gives its document: a field of this service, not of the protocol. */
  readonly name?: string;
  /** Reader name; without it the first card. */
  readonly reader?: string;
  /** The PIN that came with the request; without it the person enters one. */
  readonly pin?: string;
  /** What is signed or opened. */
  readonly content: Uint8Array;
}

/** MakeSignature. */
export interface SignJob extends JobBase {
  readonly kind: 'sign';
  /** `RAW`: `content` is a digest. */
  readonly type: 'PKCS1' | 'PKCS7' | 'RAW';
  readonly hash: HashName;
  /** CKA_ID as text. */
  readonly keyId?: string;
  readonly checkValidity: boolean;
  readonly withCardNumber: boolean;
}

/** DecryptData. */
export interface DecryptJob extends JobBase {
  readonly kind: 'decrypt';
  readonly type: 'PKCS1' | 'PKCS7';
  readonly plainAsText: boolean;
}

export type Job = SignJob | DecryptJob;

const HASHES: Readonly<Record<string, HashName>> = {
  SHA1: 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
  SHA512: 'SHA-512',
};
const BY_LENGTH: Readonly<Record<number, HashName>> = {
  20: 'SHA-1',
  32: 'SHA-256',
  48: 'SHA-384',
  64: 'SHA-512',
};
const NO_KEY = '__NotExistedTag__';

/** @throws ProtocolFailure */
export function signJob(fields: Fields): SignJob {
  const { signatureType: type, keyidb64 } = fields;
  if (type !== 'PKCS1' && type !== 'PKCS7' && type !== 'RAW') throw new ProtocolFailure(RET.signatureType);
  const content = contentOf(fields);
  const hash = type === 'RAW' ? BY_LENGTH[content.length] : HASHES[fields.hashAlgorithm ?? 'SHA256'];
  if (hash === undefined) throw new ProtocolFailure(type === 'RAW' ? RET.badContent : RET.badParameter);
  return {
    ...base(fields),
    kind: 'sign',
    type,
    hash,
    content,
    ...(keyidb64 && keyidb64 !== NO_KEY
      ? { keyId: Buffer.from(fromBase64(keyidb64)).toString('latin1') }
      : {}),
    checkValidity: fields.checkValidity !== 'false',
    withCardNumber: fields.withCardSN === 'true',
  };
}

/** @throws ProtocolFailure */
export function decryptJob(fields: Fields): DecryptJob {
  const { cipher, cipherType: type = 'PKCS1', plainEncoding = 'base64' } = fields;
  if (type !== 'PKCS1' && type !== 'PKCS7') throw new ProtocolFailure(0x76400002);
  if (!cipher) throw new ProtocolFailure(RET.noCipher);
  return {
    ...base(fields),
    kind: 'decrypt',
    type,
    content: fromBase64(decoded(cipher)),
    plainAsText: plainEncoding !== 'base64',
  };
}

function contentOf({ tbs, tbsEncoding = 'NONE', signatureType }: Fields): Uint8Array {
  if (!tbs) throw new ProtocolFailure(RET.noContent);
  if (tbsEncoding === 'base64' || signatureType === 'RAW') return fromBase64(tbs);
  if (tbsEncoding === 'NONE' || tbsEncoding === '') return new TextEncoder().encode(tbs);
  throw new ProtocolFailure(RET.badParameter);
}

function base({ documentName, slotDescription, pin }: Fields) {
  const name = documentName?.slice(0, 120);
  const reader = slotDescription?.trim();
  return {
    ...(name ? { name } : {}),
    ...(reader ? { reader } : {}),
    ...(pin ? { pin: decoded(pin) } : {}),
  };
}
