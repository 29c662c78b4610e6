import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPkcs12 } from '../../src/cms/pkcs12.ts';
import { signCms } from '../../src/cms/sign.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';
import { NOW, testGpki, testOrganisation, utf8 } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const reason = leftOut(OPENSSL);

describe.skipIf(reason !== undefined)(`importPkcs12${reason ? ` (${reason})` : ''}`, () => {
  let openssl: OpenSsl;

  beforeAll(() => {
    need(OPENSSL);
    openssl = openSsl();
    openssl.writeKey('sign', organisation.sign);
    openssl.writeCertificates('issuers.pem', [gpki.authorities.xca.certificate]);
  });

  afterAll(() => openssl.close());

  const pack = (...more: readonly string[]) =>
    openssl.run(
      ...['pkcs12', '-export', '-inkey', 'sign.key', '-in', 'sign.crt', '-certfile', 'issuers.pem'],
      ...['-passout', 'pass:testpass', ...more],
    );

  it.each([
    ['today', []],
    [
      'of old programs, with 3DES',
      ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
  ])('reads files %s', async (_, options) => {
    const { keys, certificates } = await importPkcs12(pack(...options), 'testpass');
    expect(keys).toHaveLength(1);
    expect(keys[0]?.certificate.der).toEqual(organisation.sign.certificate);
    expect(certificates.map(({ der }) => der)).toEqual([gpki.authorities.xca.certificate]);
    const [key] = keys;
    if (!key) throw new Error('no key');
    const message = await signCms(utf8('主旨'), key.signer, { signingTime: NOW });
    expect(await verifyCms(message, { trust, at: NOW })).toMatchObject({ valid: true });
  });

  it('tells a wrong password from a broken file, and names no password', async () => {
    const wrong = importPkcs12(pack(), 'secret-guess');
    await expect(wrong).rejects.toMatchObject({ code: 'PKCS12_PASSWORD', category: 'trust' });
    await expect(wrong).rejects.not.toThrow(/secret-guess/);
    for (const bytes of [new Uint8Array(), utf8('PK'), pack().subarray(0, 200)]) {
      await expect(importPkcs12(bytes, 'testpass')).rejects.toMatchObject({ code: 'PKCS12_MALFORMED' });
    }
  });

  it('refuses a file without a key', async () => {
    const bytes = openssl.run('pkcs12', '-export', '-nokeys', '-in', 'sign.crt', '-passout', 'pass:testpass');
    await expect(importPkcs12(bytes, 'testpass')).rejects.toMatchObject({ code: 'PKCS12_MALFORMED' });
  });
});
