import { describe, expect, it } from 'vitest';
import { envelopCms } from '../../src/cms/envelop.ts';
import { describeEnvelope, openCms, openEnvelope } from '../../src/cms/open.ts';
import { openSealedCms, sealCms } from '../../src/cms/seal.ts';
import { writePem } from '../../src/der/pem.ts';
import { CardError } from '../../src/errors/card-error.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, OFFICE, testGpki, testOrganisation, utf8 } from '../support/world.ts';

const gpki = await testGpki();
const sender = await testOrganisation();
const receiver = await testOrganisation({ name: '測試鎮公所' });
const { signer } = softwareKeys(sender, [gpki.authorities.xca.certificate]);
const { decrypter } = softwareKeys(receiver);
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const content = utf8('密：測試內容');
const at = NOW;

describe('envelopCms', () => {
  it.each([
    ['aes-256-gcm', 'oaep-sha256', true],
    ['aes-256-gcm', 'oaep-sha1', true],
    ['aes-256-cbc', 'oaep-sha256', false],
    ['aes-256-cbc', 'oaep-sha1', false],
  ] as const)('encrypts with %s and %s', async (cipher, padding, authenticated) => {
    const message = await envelopCms(content, [receiver.exchange.certificate], { at, cipher, padding });
    expect(await openEnvelope(message, decrypter)).toMatchObject({ content, authenticated });
    expect(await openCms(writePem('CMS', message), decrypter)).toEqual(content);
  });

  it('encrypts to many receivers, each of whom opens it', async () => {
    const certificates = [receiver.exchange.certificate, sender.exchange.certificate];
    const message = await envelopCms(content, certificates, { at });
    expect(describeEnvelope(message).recipients).toHaveLength(2);
    for (const who of [receiver, sender])
      expect(await openCms(message, softwareKeys(who).decrypter)).toEqual(content);
  });

  it('takes content of every length', async () => {
    for (const length of [0, 1, 15, 16, 17, 100_000]) {
      const bytes = new Uint8Array(length).fill(7);
      const message = await envelopCms(bytes, [receiver.exchange.certificate], { at, cipher: 'aes-256-cbc' });
      expect(await openCms(message, decrypter)).toEqual(bytes);
    }
  });

  it('refuses receivers whose certificate is expired, early, for signatures, or an authority’s', async () => {
    const expired = { at: new Date('2033-01-01T00:00:00Z') };
    const early = { at: new Date(NOW.getTime() - 1000) };
    const attempts = [
      envelopCms(content, [receiver.exchange.certificate], expired),
      envelopCms(content, [receiver.exchange.certificate], early),
      envelopCms(content, [receiver.sign.certificate], { at }),
      envelopCms(content, [gpki.authorities.xca.certificate], { at }),
      envelopCms(content, [sender.exchange.certificate, receiver.sign.certificate], { at }),
      envelopCms(content, [receiver.exchange.certificate], { at, trust: { anchors: [] } }),
    ];
    for (const attempt of attempts) {
      await expect(attempt).rejects.toMatchObject({ code: 'RECIPIENT_UNFIT', category: 'trust' });
    }
    await expect(envelopCms(content, [], { at })).rejects.toThrow(TypeError);
  });
});

describe('openCms', () => {
  it('says when a message is for somebody else', async () => {
    const message = await envelopCms(content, [sender.exchange.certificate], { at });
    await expect(openCms(message, decrypter)).rejects.toMatchObject({ code: 'CMS_NOT_RECIPIENT' });
  });

  it('tells a removed card from a wrong key', async () => {
    const message = await envelopCms(content, [receiver.exchange.certificate], { at });
    const fail = (code: 'CARD_REMOVED' | 'DECRYPT_FAILED') =>
      openCms(message, { ...decrypter, decrypt: () => Promise.reject(new CardError(code)) });
    await expect(fail('CARD_REMOVED')).rejects.toMatchObject({ code: 'CARD_REMOVED' });
    await expect(fail('DECRYPT_FAILED')).rejects.toMatchObject({ code: 'CMS_DECRYPT_FAILED' });
  });

  it('answers every damaged wrapped key in the same way', async () => {
    const message = await envelopCms(content, [receiver.exchange.certificate], { at });
    for (const length of [0, 16, 31, 33]) {
      const opening = openCms(message, { ...decrypter, decrypt: async () => new Uint8Array(length) });
      await expect(opening).rejects.toMatchObject({ code: 'CMS_DECRYPT_FAILED' });
    }
  });

  it('refuses a version that is not the one its parts ask for (RFC 5652 §6.1)', async () => {
    const message = await envelopCms(content, [receiver.exchange.certificate], {
      at,
      cipher: 'aes-256-cbc',
    });
    const version = message.findIndex((byte, index) => byte === 2 && message[index + 1] === 1);
    expect(message[version + 2]).toBe(0);
    for (let other = 1; other < 256; other += 1) {
      const changed = message.slice();
      changed[version + 2] = other;
      await expect(openCms(changed, decrypter)).rejects.toMatchObject({ code: 'CMS_MALFORMED' });
    }
  });

  it('refuses what is no envelope', async () => {
    for (const bytes of [new Uint8Array(), utf8('PK'), receiver.sign.certificate]) {
      await expect(openCms(bytes, decrypter)).rejects.toMatchObject({ code: 'CMS_MALFORMED' });
    }
  });
});

describe('sealCms', () => {
  it('signs, encrypts, opens and verifies', async () => {
    const options = { sign: { signingTime: NOW }, envelop: { at } };
    const message = await sealCms(content, signer, [receiver.exchange.certificate], options);
    const opened = await openSealedCms(message, decrypter, { trust, at });
    expect(opened.content).toEqual(content);
    expect(opened.verification).toMatchObject({ valid: true, grade: 'limited', signedAt: NOW });
    expect(opened.verification.signer?.identity.organisationOid).toBe(OFFICE.organisationOid);
  });

  it('opens nothing whose receiver is named with another letter case', async () => {
    const options = { sign: { signingTime: NOW }, envelop: { at } };
    const message = await sealCms(content, signer, [receiver.exchange.certificate], options);
    const country = Buffer.from(message).indexOf(Buffer.from([0x13, 0x02, 0x54, 0x57])) + 2;
    message[country] = 0x74;
    const opening = openSealedCms(message, decrypter, { trust, at });
    await expect(opening).rejects.toMatchObject({ code: 'CMS_NOT_RECIPIENT' });
  });

  it('gives no content when the signature inside is not valid', async () => {
    const options = { sign: { signingTime: NOW }, envelop: { at } };
    const message = await sealCms(content, signer, [receiver.exchange.certificate], options);
    const opening = openSealedCms(message, decrypter, { trust: { anchors: [] }, at });
    await expect(opening).rejects.toMatchObject({
      code: 'CMS_SIGNATURE_INVALID',
      details: { grade: 'invalid' },
    });
  });
});
