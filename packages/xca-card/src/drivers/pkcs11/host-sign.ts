import { Buffer } from 'node:buffer';
import { createHash, publicDecrypt, verify, X509Certificate } from 'node:crypto';
import type { PKCS11 } from 'pkcs11js';
import type { HashName } from '../../card/card.ts';
import { digestInfo } from '../../card/digest-info.ts';
import { CKM, CKR, ckrOf } from './cryptoki.ts';
import { type HostCard, keyOf, loginForUse, onCard, renewSession } from './host-card.ts';
import { HostFailure } from './host-failure.ts';

/** Large enough for RSA-4096; some modules answer CKR_BUFFER_TOO_SMALL to anything shorter than the key. */
const OUTPUT_BYTES = 512;

const HASHING: Readonly<Record<HashName, number>> = {
  'SHA-1': CKM.SHA1_RSA_PKCS,
  'SHA-256': CKM.SHA256_RSA_PKCS,
  'SHA-384': CKM.SHA384_RSA_PKCS,
  'SHA-512': CKM.SHA512_RSA_PKCS,
};

/** What is signed: the data itself, or its digest when the data is large. */
export interface SignInput {
  readonly hash: HashName;
  readonly data?: Uint8Array;
  readonly digest?: Uint8Array;
}

/** A declared mechanism may not work, so a failure in these ways leads to the next way; others are told at once. */
const TRY_ANOTHER_WAY: ReadonlySet<number> = new Set([
  CKR.FUNCTION_FAILED,
  CKR.ARGUMENTS_BAD,
  CKR.DATA_INVALID,
  CKR.DATA_LEN_RANGE,
  CKR.FUNCTION_NOT_SUPPORTED,
  CKR.KEY_TYPE_INCONSISTENT,
  CKR.KEY_FUNCTION_NOT_PERMITTED,
  CKR.MECHANISM_INVALID,
  CKR.MECHANISM_PARAM_INVALID,
  CKR.BUFFER_TOO_SMALL,
]);

/** An RSASSA-PKCS1-v1_5 signature: hashed by the card if it can, otherwise over our own DigestInfo. */
export function signOnCard(lib: PKCS11, card: HostCard, input: SignInput): Uint8Array {
  const usual = input.data === undefined ? CKM.RSA_PKCS : HASHING[input.hash];
  if (card.memory.get(`sign ${usual}`) === 'works') {
    return onCard(lib, card, 'C_Sign', () => signOnce(lib, card, usual, input));
  }
  let last: unknown;
  for (const mechanism of waysToSign(card, input)) {
    const memory = `sign ${mechanism}`;
    try {
      const signature = onCard(lib, card, 'C_Sign', () => signOnce(lib, card, mechanism, input));
      if (card.memory.get(memory) !== 'works') {
        if (!isRight(card, input, signature))
          throw new HostFailure('FUNCTION_FAILED', { function: 'C_Sign', ckr: 'wrong signature' });
        card.memory.set(memory, 'works');
      }
      return signature;
    } catch (error) {
      if (card.dead !== undefined || !isAboutTheWay(error)) throw error;
      if (card.memory.get(memory) === 'works') throw error;
      card.memory.set(memory, 'fails');
      last = error;
      onCard(lib, card, 'C_OpenSession', () => renewSession(lib, card));
    }
  }
  throw last ?? new HostFailure('MECHANISM_UNSUPPORTED', { mechanism: `${input.hash} RSA-PKCS` });
}

function waysToSign(card: HostCard, input: SignInput): number[] {
  const hashing = HASHING[input.hash];
  const ways: number[] = [];
  if (input.data !== undefined && card.mechanisms.has(hashing)) ways.push(hashing);
  ways.push(CKM.RSA_PKCS);
  const open = ways.filter((way) => card.memory.get(`sign ${way}`) !== 'fails');
  return open.length > 0 ? open : ways;
}

function signOnce(lib: PKCS11, card: HostCard, mechanism: number, input: SignInput): Uint8Array {
  const key = keyOf(lib, card, 'sign');
  const bytes =
    mechanism === CKM.RSA_PKCS ? digestInfo(input.hash, digestOf(input)) : (input.data ?? new Uint8Array());
  lib.C_SignInit(card.session, { mechanism }, key.handle);
  loginForUse(lib, card, key);
  return new Uint8Array(lib.C_Sign(card.session, Buffer.from(bytes), Buffer.alloc(OUTPUT_BYTES)));
}

function digestOf({ hash, data, digest }: SignInput): Uint8Array {
  return (
    digest ??
    createHash(hash.replace('-', '').toLowerCase())
      .update(data ?? '')
      .digest()
  );
}

/** Checks the first signature of each way with the certificate: a mechanism may be declared and still sign wrongly. */
function isRight(card: HostCard, input: SignInput, signature: Uint8Array): boolean {
  const der = card.request.signCertificate;
  if (der === undefined) return signature.length >= 128;
  const key = new X509Certificate(der).publicKey;
  if (input.data !== undefined)
    return verify(input.hash.replace('-', '').toLowerCase(), input.data, key, signature);
  try {
    return publicDecrypt(key, signature).equals(digestInfo(input.hash, digestOf(input)));
  } catch (error) {
    // OpenSSL's answer to another padding or length.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** True for failures after which another mechanism may still succeed. */
export function isAboutTheWay(error: unknown): boolean {
  if (!(error instanceof HostFailure)) return TRY_ANOTHER_WAY.has(ckrOf(error) ?? -1);
  return ['FUNCTION_FAILED', 'MECHANISM_UNSUPPORTED', 'DECRYPT_FAILED'].includes(error.data.code);
}
