import { Buffer } from 'node:buffer';
import type { PKCS11 } from 'pkcs11js';
import type { DecryptPadding } from '../../card/card.ts';
import { CKG, CKM, CKZ_DATA_SPECIFIED } from './cryptoki.ts';
import { type HostCard, keyOf, loginForUse, onCard, renewSession } from './host-card.ts';
import { HostFailure } from './host-failure.ts';
import { isAboutTheWay } from './host-sign.ts';
import { type OaepHash, openOaep } from './oaep.ts';
import { openPkcs1 } from './pkcs1.ts';

/** CK_RSA_PKCS_OAEP_PARAMS in pkcs11js. */
const OAEP_PARAMS_TYPE = 4;
const OUTPUT_BYTES = 512;

interface Way {
  readonly name: string;
  readonly mechanism: number;
  readonly parameter?: { type: number; hashAlg: number; mgf: number; source: number };
  /** Takes the padding off what the card gives back. */
  readonly finish?: (block: Uint8Array) => Uint8Array | undefined;
}

const OAEP: Readonly<Record<OaepHash, Way>> = {
  sha256: {
    name: 'oaep-sha256',
    mechanism: CKM.RSA_PKCS_OAEP,
    parameter: {
      type: OAEP_PARAMS_TYPE,
      hashAlg: CKM.SHA256,
      mgf: CKG.MGF1_SHA256,
      source: CKZ_DATA_SPECIFIED,
    },
  },
  sha1: {
    name: 'oaep-sha1',
    mechanism: CKM.RSA_PKCS_OAEP,
    parameter: { type: OAEP_PARAMS_TYPE, hashAlg: CKM.SHA_1, mgf: CKG.MGF1_SHA1, source: CKZ_DATA_SPECIFIED },
  },
};
const PKCS1: Way = { name: 'pkcs1', mechanism: CKM.RSA_PKCS };

const raw = (name: string, finish: NonNullable<Way['finish']>): Way => ({
  name,
  mechanism: CKM.RSA_X_509,
  finish,
});

/** The ways for each padding, the card's own first; without a padding the raw block tells which one it is. */
const WAYS: Readonly<Record<DecryptPadding | 'any', readonly Way[]>> = {
  'oaep-sha256': [OAEP.sha256, raw('raw-oaep-sha256', (block) => openOaep(block, 'sha256'))],
  'oaep-sha1': [OAEP.sha1, raw('raw-oaep-sha1', (block) => openOaep(block, 'sha1'))],
  pkcs1: [PKCS1, raw('raw-pkcs1', openPkcs1)],
  any: [
    raw('raw-any', (block) => openOaep(block, 'sha256') ?? openOaep(block, 'sha1') ?? openPkcs1(block)),
    OAEP.sha256,
    OAEP.sha1,
    PKCS1,
  ],
};

/** Opens a wrapped key with the exchange key. Every failure of the content is the same `DECRYPT_FAILED`. */
export function decryptOnCard(
  lib: PKCS11,
  card: HostCard,
  data: Uint8Array,
  padding: DecryptPadding | undefined,
): Uint8Array {
  const ways = WAYS[padding ?? 'any'].filter(
    ({ mechanism, name }) => card.mechanisms.has(mechanism) && card.memory.get(name) !== 'fails',
  );
  if (ways.length === 0) throw new HostFailure('MECHANISM_UNSUPPORTED', { mechanism: padding ?? 'RSA' });
  const failed: string[] = [];
  for (const way of ways) {
    try {
      const plain = onCard(lib, card, 'C_Decrypt', () => decryptOnce(lib, card, way, data));
      for (const name of failed) card.memory.set(name, 'fails');
      card.memory.set(way.name, 'works');
      return plain;
    } catch (error) {
      if (card.dead !== undefined || !isAboutTheWay(error)) throw error;
      failed.push(way.name);
      onCard(lib, card, 'C_OpenSession', () => renewSession(lib, card));
    }
  }
  throw new HostFailure('DECRYPT_FAILED');
}

function decryptOnce(lib: PKCS11, card: HostCard, way: Way, data: Uint8Array): Uint8Array {
  const key = keyOf(lib, card, 'exchange');
  const { mechanism, parameter, finish } = way;
  lib.C_DecryptInit(
    card.session,
    parameter === undefined ? { mechanism } : { mechanism, parameter },
    key.handle,
  );
  loginForUse(lib, card, key);
  const out = new Uint8Array(lib.C_Decrypt(card.session, Buffer.from(data), Buffer.alloc(OUTPUT_BYTES)));
  if (finish === undefined) return out;
  const plain = finish(padLeft(out, data.length));
  out.fill(0);
  if (plain === undefined) throw new HostFailure('DECRYPT_FAILED');
  return plain;
}

/** Some modules drop the leading zero of a raw block. */
function padLeft(block: Uint8Array, length: number): Uint8Array {
  if (block.length >= length) return block;
  const full = new Uint8Array(length);
  full.set(block, length - block.length);
  return full;
}
