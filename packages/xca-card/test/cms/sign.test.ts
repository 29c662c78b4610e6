import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../src/card/card.ts';
import { signCms } from '../../src/cms/sign.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, testGpki, testOrganisation, utf8 } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const { signer } = softwareKeys(organisation, [gpki.authorities.xca.certificate]);
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const content = utf8('主旨：檢送本所用印清冊一份，請查照。');
const signingTime = NOW;
const withoutOpenSsl = leftOut(OPENSSL);

describe('signCms', () => {
  it('signs attached and detached, with and without issuers', async () => {
    for (const detached of [false, true]) {
      for (const chain of [true, false, [gpki.authorities.xca.certificate]]) {
        const message = await signCms(content, signer, { detached, chain, signingTime });
        const result = await verifyCms(message, { trust, at: NOW, ...(detached && { content }) });
        expect(result).toMatchObject({ valid: true, grade: 'limited', signedAt: NOW, timestamped: false });
        expect(result.issues.map(({ code }) => code)).toEqual(['CMS_NO_TIMESTAMP', 'CMS_NO_REVOCATION_DATA']);
        expect(result.content).toEqual(detached ? undefined : content);
      }
    }
  });

  it('gives the signer the attributes, never the content', async () => {
    const seen: Uint8Array[] = [];
    const watching: Signer = {
      ...signer,
      sign: (data, hash) => {
        seen.push(data);
        return signer.sign(data, hash);
      },
    };
    await signCms(new Uint8Array(1_000_000), watching, { signingTime });
    expect(seen).toHaveLength(1);
    expect(seen[0]?.[0]).toBe(0x31);
    expect(seen[0]?.length).toBeLessThan(600);
  });

  it('signs nothing with a certificate that is expired, from the future, or for encryption', async () => {
    const unfit = [
      () => signCms(content, signer, { signingTime: new Date(NOW.getTime() - 1000) }),
      () => signCms(content, signer, { signingTime: new Date('2033-01-01T00:00:00Z') }),
      () => signCms(content, { ...signer, certificate: organisation.exchange.certificate }, { signingTime }),
    ];
    for (const attempt of unfit) {
      await expect(attempt()).rejects.toMatchObject({ code: 'SIGNER_UNFIT', category: 'trust' });
    }
  });

  it("notices a signature that is not by the certificate's key", async () => {
    const stranger = softwareKeys(await testOrganisation());
    const mixed = { ...signer, sign: stranger.signer.sign };
    await expect(signCms(content, mixed, { signingTime })).rejects.toMatchObject({ code: 'SIGNER_UNFIT' });
  });

  it('lets errors of the card through as they are', async () => {
    const failing = { ...signer, sign: () => Promise.reject(new RangeError('out')) };
    await expect(signCms(content, failing, { signingTime })).rejects.toThrow(RangeError);
  });
});

describe.skipIf(withoutOpenSsl !== undefined)(
  `openssl as judge${withoutOpenSsl ? ` (${withoutOpenSsl})` : ''}`,
  () => {
    let openssl: OpenSsl;

    beforeAll(() => {
      need(OPENSSL);
      openssl = openSsl();
      openssl.writeCertificates('anchors.pem', gpki.anchors);
      openssl.write('content', content);
    });

    afterAll(() => openssl.close());

    const verify = (...more: readonly string[]) =>
      openssl.run(
        ...[
          'cms',
          '-verify',
          '-inform',
          'DER',
          '-in',
          'message',
          '-CAfile',
          'anchors.pem',
          '-binary',
          '-cades',
        ],
        ...['-attime', String(NOW.getTime() / 1000), ...more],
      );

    it('accepts an attached signature as CAdES', async () => {
      openssl.write('message', await signCms(content, signer, { signingTime }));
      expect(verify()).toEqual(content);
    });

    it('accepts a detached signature as CAdES, and refuses other content', async () => {
      openssl.write('message', await signCms(content, signer, { detached: true, signingTime }));
      expect(verify('-content', 'content')).toEqual(content);
      openssl.write('other', utf8('主旨：其他'));
      expect(() => verify('-content', 'other')).toThrow();
    });

    it.each(['SHA-256', 'SHA-384', 'SHA-512'] as const)('accepts %s', async (hash) => {
      openssl.write('message', await signCms(content, signer, { hash, signingTime }));
      expect(verify()).toEqual(content);
    });
  },
);
