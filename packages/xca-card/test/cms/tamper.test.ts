import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { openSealedCms, sealCms } from '../../src/cms/seal.ts';
import { type SignOptions, signCms } from '../../src/cms/sign.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { isCardError } from '../../src/errors/card-error.ts';
import { createRandom } from '../support/random.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, testGpki, testOrganisation, utf8 } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const { signer, decrypter } = softwareKeys(organisation, [gpki.authorities.xca.certificate]);
const trust = {
  anchors: gpki.anchors.map((der) => parseCertificate(der)),
  intermediates: gpki.intermediates.map((der) => parseCertificate(der)),
};
const at = NOW;

/** 200 messages with every byte changed take an hour; by default a few messages, every fifth byte of the first. */
const PROOF = process.env.KCC_PROOF === '1';
const MESSAGES = PROOF ? 200 : 4;

/** Positions to change: all, or some of them. */
function positions(length: number, seed: number): number[] {
  if (PROOF) return Array.from({ length }, (_, index) => index);
  if (seed === 0) return Array.from({ length: Math.ceil(length / 5) }, (_, index) => index * 5);
  const random = createRandom(seed);
  return Array.from({ length: 60 }, () => Math.floor(random() * length));
}

/** Changes one byte, in a way that follows from the seed. */
function changed(message: Uint8Array, position: number, random: () => number): Uint8Array {
  const copy = message.slice();
  const flip = random() < 0.5 ? 1 << Math.floor(random() * 8) : 1 + Math.floor(random() * 255);
  copy[position] = (copy[position] ?? 0) ^ flip;
  return copy;
}

/** Positions at which a change went unnoticed. */
async function unnoticed(
  message: Uint8Array,
  seed: number,
  accepts: (message: Uint8Array) => Promise<boolean>,
): Promise<number[]> {
  expect(await accepts(message)).toBe(true);
  const random = createRandom(seed + 77);
  const found: number[] = [];
  for (const position of positions(message.length, seed)) {
    try {
      if (await accepts(changed(message, position, random))) found.push(position);
    } catch (error) {
      if (!isCardError(error)) throw error;
    }
  }
  return found;
}

const options = (seed: number): SignOptions => ({
  signingTime: new Date(NOW.getTime() + seed * 1000),
  detached: seed % 2 === 1,
  chain: seed % 3 !== 0,
});

const SHARE = PROOF
  ? 'every byte of 200 signed messages'
  : `some bytes of ${MESSAGES} of 200 signed messages, every byte of all under KCC_PROOF=1`;

describe(`a changed byte is never accepted: ${SHARE}`, () => {
  it.each(Array.from({ length: MESSAGES }, (_, seed) => seed))(
    'in signed message %i',
    async (seed) => {
      const content = utf8(`第 ${seed} 件：主旨`);
      const message = await signCms(content, signer, options(seed));
      const accepts = async (bytes: Uint8Array) => {
        const result = await verifyCms(bytes, {
          trust,
          at: new Date(NOW.getTime() + 3_600_000),
          ...(seed % 2 === 1 && { content }),
        });
        return result.valid;
      };
      expect(await unnoticed(message, seed, accepts)).toEqual([]);
    },
    PROOF ? 600_000 : 60_000,
  );

  it.each(Array.from({ length: PROOF ? 20 : 2 }, (_, seed) => seed + 1))(
    'in sealed message %i',
    async (seed) => {
      const content = utf8(`密件 ${seed}`);
      const cipher = seed % 2 === 0 ? ('aes-256-cbc' as const) : ('aes-256-gcm' as const);
      const message = await sealCms(content, signer, [organisation.exchange.certificate], {
        sign: { signingTime: NOW },
        envelop: { at, cipher },
      });
      const accepts = async (bytes: Uint8Array) => {
        await openSealedCms(bytes, decrypter, { trust, at });
        return true;
      };
      expect(await unnoticed(message, seed, accepts)).toEqual([]);
    },
    PROOF ? 600_000 : 60_000,
  );
});
