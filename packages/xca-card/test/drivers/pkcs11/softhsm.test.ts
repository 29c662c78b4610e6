import { constants, publicEncrypt, verify, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPkcs11Driver, type Pkcs11Driver } from '../../../src/drivers/pkcs11/index.ts';
import { builtHost } from '../../support/built-host.ts';
import { leftOut, OPENSC, SOFTHSM } from '../../support/requirement.ts';
import { createSoftHsmToken, type SoftHsmToken } from '../../support/softhsm-token.ts';

const reason = leftOut(SOFTHSM, OPENSC);

describe.skipIf(reason !== undefined)(`PKCS#11 driver on SoftHSM2 ${reason ?? ''}`, () => {
  let token: SoftHsmToken;
  let driver: Pkcs11Driver;

  beforeAll(async () => {
    token = createSoftHsmToken();
    driver = createPkcs11Driver({ module: token.module, env: token.env, host: await builtHost() });
  });
  afterAll(async () => {
    await driver.close();
    token.destroy();
  });

  const openFirst = async () => {
    const [reader] = await driver.readers();
    if (reader === undefined) throw new Error('no reader');
    return await driver.open(reader.id, token.pin);
  };

  it('lists the card with its certificates and takes no authority for the holder', async () => {
    const readers = await driver.readers();
    const card = readers.find(({ card }) => card !== undefined)?.card;
    expect(card?.label).toBe('HiCOS PKI Smart Card');
    expect(card?.certificates.map(({ use, id, label }) => [use, id, label])).toEqual([
      ['sign', 'SIGN', 'cert1'],
      ['exchange', 'KEYX', 'cert2'],
      ['ca', 'CACert', 'CA Cert'],
      ['root', 'ROOTCACert', 'ROOT CA Cert'],
    ]);
  });

  it.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const)(
    'signs with %s as cert1 verifies',
    async (hash) => {
      const session = await openFirst();
      const data = new TextEncoder().encode('主旨：測試');
      const signature = await session.signer.sign(data, hash);
      const key = new X509Certificate(session.signer.certificate).publicKey;
      expect(verify(hash.replace('-', '').toLowerCase(), data, key, signature)).toBe(true);
      await session.close();
    },
  );

  it('signs data too large to send by its digest', async () => {
    const session = await openFirst();
    const data = new Uint8Array(1_000_000).fill(7);
    const signature = await session.signer.sign(data);
    expect(
      verify('sha256', data, new X509Certificate(token.files.sign.certificate).publicKey, signature),
    ).toBe(true);
    await session.close();
  });

  it.each([
    ['oaep-sha256', { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }],
    ['oaep-sha1', { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }],
    ['pkcs1', { padding: constants.RSA_PKCS1_PADDING }],
  ] as const)('opens a key wrapped with %s, told or not', async (padding, scheme) => {
    const session = await openFirst();
    const secret = new Uint8Array(32).map((_, i) => i);
    const key = new X509Certificate(session.decrypter.certificate).publicKey;
    const wrapped = publicEncrypt({ key, ...scheme }, secret);
    expect(await session.decrypter.decrypt(wrapped, padding)).toEqual(secret);
    expect(await session.decrypter.decrypt(wrapped)).toEqual(secret);
    const [first = 0, ...rest] = wrapped;
    const opened = await session.decrypter
      .decrypt(new Uint8Array([first ^ 1, ...rest]), padding)
      .catch((error: unknown) => error);
    // PKCS #1 v1.5 may answer with random bytes instead, so that nobody learns where it failed (implicit rejection).
    if (padding === 'pkcs1' && opened instanceof Uint8Array) expect(opened).not.toEqual(secret);
    else expect(opened).toMatchObject({ code: 'DECRYPT_FAILED' });
    await session.close();
  });
});
