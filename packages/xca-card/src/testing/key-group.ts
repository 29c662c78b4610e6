import { constants, createHash, publicEncrypt } from 'node:crypto';
import type { DecryptPadding } from '../card/card.ts';
import {
  expectCode,
  expectSignature,
  expectThat,
  openCard,
  publicKeyOf,
  sameBytes,
  utf8,
} from './expectations.ts';
import type { SuiteParts } from './subject.ts';

const SCHEMES: Readonly<Record<DecryptPadding, { padding: number; oaepHash?: string }>> = {
  'oaep-sha256': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
  'oaep-sha1': { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
  pkcs1: { padding: constants.RSA_PKCS1_PADDING },
};

/** Signing with cert1, decrypting with cert2. */
export function keyGroup({ test, abilities }: SuiteParts): void {
  const paddings = abilities.paddings ?? (['oaep-sha256', 'oaep-sha1', 'pkcs1'] as const);
  for (const hash of abilities.hashes ?? (['SHA-256', 'SHA-384', 'SHA-512'] as const)) {
    test(`signs with ${hash}`, async (subject) => {
      const session = await openCard(subject);
      const data = utf8('主旨：檢送本所用印清冊一份，請查照。');
      const signature = await session.signer.sign(data, hash);
      expectSignature(session.signer.certificate, data, signature, hash);
      await session.close();
    });
  }

  test('signs a digest made elsewhere, where it offers that', async (subject) => {
    const session = await openCard(subject);
    const { signer } = session;
    if (signer.signDigest) {
      const data = utf8('速別：最速件');
      for (const hash of ['SHA-256', 'SHA-512'] as const) {
        const digest = new Uint8Array(createHash(hash.replace('-', '').toLowerCase()).update(data).digest());
        expectSignature(signer.certificate, data, await signer.signDigest(digest, hash), hash);
      }
      const refused = await signer.signDigest(new Uint8Array(31), 'SHA-256').then(
        () => undefined,
        (error: unknown) => error,
      );
      expectThat(refused instanceof RangeError, 'a digest of 31 bytes was not refused');
    }
    await session.close();
  });

  test('signs data of any size with SHA-256 by default', async (subject) => {
    const session = await openCard(subject);
    for (const size of [0, 1, 255, 256, 4096, 200_000]) {
      const data = new Uint8Array(size).fill(0x5a);
      expectSignature(session.signer.certificate, data, await session.signer.sign(data), 'SHA-256');
    }
    await session.close();
  });

  test('keeps concurrent signatures apart', async (subject) => {
    const session = await openCard(subject);
    const letters = Array.from({ length: 12 }, (_, i) => utf8(`第 ${i} 件`));
    const signatures = await Promise.all(letters.map((letter) => session.signer.sign(letter)));
    for (const [i, letter] of letters.entries()) {
      expectSignature(session.signer.certificate, letter, signatures[i] ?? new Uint8Array(), 'SHA-256');
    }
    await session.close();
  });

  for (const padding of paddings) {
    test(`opens a key wrapped with ${padding}`, async (subject) => {
      const session = await openCard(subject);
      const secret = new Uint8Array(32).map((_, i) => i * 7);
      const key = publicKeyOf(session.decrypter.certificate);
      const wrapped = publicEncrypt({ key, ...SCHEMES[padding] }, secret);
      const plain = await session.decrypter.decrypt(new Uint8Array(wrapped), padding);
      expectThat(sameBytes(plain, secret), `${padding}: another key came out`);
      await session.close();
    });
  }

  test('tells a damaged ciphertext as DECRYPT_FAILED and goes on', async (subject) => {
    const session = await openCard(subject);
    const [padding = 'pkcs1'] = paddings;
    const secret = utf8('0123456789abcdef');
    const key = publicKeyOf(session.decrypter.certificate);
    const wrapped = new Uint8Array(publicEncrypt({ key, ...SCHEMES[padding] }, secret));
    const damaged = wrapped.map((byte, i) => (i === 100 ? byte ^ 0x40 : byte));
    await expectCode(session.decrypter.decrypt(damaged, padding), 'DECRYPT_FAILED');
    const plain = await session.decrypter.decrypt(wrapped, padding);
    expectThat(sameBytes(plain, secret), 'the session is of no use after a damaged ciphertext');
    await session.close();
  });

  test('refuses a closed session, and closes twice', async (subject) => {
    const session = await openCard(subject);
    const { signer } = session;
    await session.close();
    await session.close();
    await expectCode(signer.sign(utf8('x')), 'SESSION_CLOSED');
  });
}
