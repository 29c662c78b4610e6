import { Cursor } from '../der/cursor.ts';
import { DerError, readWhole } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { integerBytes } from '../der/values.ts';
import { source } from '../der/web-crypto.ts';
import { OID } from './oids.ts';
import type { PublicKey } from './public-key.ts';
import type { SignatureScheme } from './signature-algorithm.ts';

export type SignatureResult = 'valid' | 'invalid' | 'unsupported';

const CURVES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  [OID.p256]: { name: 'P-256', bytes: 32 },
  [OID.p384]: { name: 'P-384', bytes: 48 },
  [OID.p521]: { name: 'P-521', bytes: 66 },
};

/** Verifies a signature with a public key through WebCrypto. */
export async function verifySignature(
  key: PublicKey,
  scheme: SignatureScheme | undefined,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<SignatureResult> {
  const plan = scheme && planOf(key, scheme);
  if (!plan) return 'unsupported';
  const bytes = plan.convert ? plan.convert(signature) : signature;
  if (!bytes) return 'invalid';
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('spki', source(key.spki), plan.importAs, false, ['verify']);
  } catch (error) {
    // A key that the runtime cannot read: broken, or a kind it lacks.
    if (error instanceof Error) return 'unsupported';
    throw error;
  }
  const valid = await crypto.subtle.verify(plan.verifyAs, imported, source(bytes), source(data));
  return valid ? 'valid' : 'invalid';
}

interface Plan {
  readonly importAs: { readonly name: string; readonly hash?: string; readonly namedCurve?: string };
  readonly verifyAs: { readonly name: string; readonly hash?: string; readonly saltLength?: number };
  readonly convert?: (signature: Uint8Array) => Uint8Array | undefined;
}

function planOf(key: PublicKey, scheme: SignatureScheme): Plan | undefined {
  switch (scheme.kind) {
    case 'rsa-pkcs1': {
      if (key.kind !== 'rsa' || key.algorithm.oid !== OID.rsaEncryption) return undefined;
      const name = 'RSASSA-PKCS1-v1_5';
      return { importAs: { name, hash: scheme.hash }, verifyAs: { name } };
    }
    case 'rsa-pss': {
      if (key.kind !== 'rsa') return undefined;
      const name = 'RSA-PSS';
      return { importAs: { name, hash: scheme.hash }, verifyAs: { name, saltLength: scheme.saltLength } };
    }
    case 'ecdsa': {
      const curve = key.kind === 'ec' ? CURVES[key.curve ?? ''] : undefined;
      if (!curve) return undefined;
      return {
        importAs: { name: 'ECDSA', namedCurve: curve.name },
        verifyAs: { name: 'ECDSA', hash: scheme.hash },
        convert: (signature) => rawEcdsa(signature, curve.bytes),
      };
    }
    case 'ed25519':
      return key.kind === 'ed25519'
        ? { importAs: { name: 'Ed25519' }, verifyAs: { name: 'Ed25519' } }
        : undefined;
  }
}

/** Ecdsa-Sig-Value as the two numbers side by side, which WebCrypto wants; undefined when it is malformed. */
function rawEcdsa(signature: Uint8Array, bytes: number): Uint8Array | undefined {
  try {
    const cursor = Cursor.of(readWhole(signature));
    const numbers = [integerBytes(cursor.next(TAG.integer)), integerBytes(cursor.next(TAG.integer))];
    cursor.done();
    const raw = new Uint8Array(bytes * 2);
    for (const [index, number] of numbers.entries()) {
      const magnitude = number[0] === 0 ? number.subarray(1) : number;
      if (magnitude.length > bytes || (number[0] ?? 0) >= 0x80) return undefined;
      raw.set(magnitude, (index + 1) * bytes - magnitude.length);
    }
    return raw;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}
