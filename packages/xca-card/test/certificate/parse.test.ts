import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { OID } from '../../src/certificate/oids.ts';
import { fromHex, toHex } from '../../src/der/bytes.ts';
import { writePem } from '../../src/der/pem.ts';
import { TAG } from '../../src/der/tags.ts';
import { algorithmIdentifier, sequence, textValue, tlv } from '../../src/der/write.ts';
import { keyUsage } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { isCardError } from '../../src/errors/card-error.ts';
import { type ForgeSpec, leaf, root } from '../support/forge.ts';
import { OFFICE, ROOT } from '../support/path-cases.ts';

const issuer = await root(ROOT);
const make = async (spec: ForgeSpec = {}) => (await leaf(issuer, OFFICE, spec)).certificate;

function expectMalformed(bytes: Uint8Array | string): void {
  let thrown: unknown;
  try {
    parseCertificate(bytes);
  } catch (error) {
    thrown = error;
  }
  expect(isCardError(thrown, 'CERTIFICATE_MALFORMED')).toBe(true);
}

const utc = (text: string) => textValue(TAG.utcTime, text);
const generalized = (text: string) => textValue(TAG.generalizedTime, text);

describe('parseCertificate', () => {
  it('reads DER, PEM bytes and PEM text alike', async () => {
    const der = await make();
    const pem = `前言\n${writePem('CERTIFICATE', der)}後記`;
    for (const input of [der, pem, new TextEncoder().encode(pem)]) {
      expect(toHex(parseCertificate(input).der)).toBe(toHex(der));
    }
  });

  it('tells a negative serial number from the positive one with the same bytes', async () => {
    expect(parseCertificate(await make({ serial: fromHex('ff') })).serial).toBe('-01');
    expect(parseCertificate(await make({ serial: fromHex('00ff') })).serial).toBe('FF');
    expect(parseCertificate(await make({ serial: fromHex('ff01') })).serial).toBe('-FF');
  });

  it('reads dates of this century and the next, RFC 5280 §4.1.2.5', async () => {
    const validity = tlv(0, utc('500101000000Z'), generalized('20501231235959Z')).subarray(2);
    const { notBefore, notAfter } = parseCertificate(await make({ validity }));
    expect(notBefore.toISOString()).toBe('1950-01-01T00:00:00.000Z');
    expect(notAfter.toISOString()).toBe('2050-12-31T23:59:59.000Z');
  });

  it.each([
    ['UTCTime without seconds', utc('2601010000Z'), utc('270101000000Z')],
    ['UTCTime with an offset', utc('260101000000+0800'), utc('270101000000Z')],
    ['a thirteenth month', utc('261301000000Z'), utc('270101000000Z')],
    ['a thirtieth of February', utc('260230000000Z'), utc('270101000000Z')],
    ['an hour 24', utc('260101240000Z'), utc('270101000000Z')],
    ['GeneralizedTime with a fraction', generalized('20260101000000.5Z'), utc('270101000000Z')],
    ['GeneralizedTime in local time', generalized('20260101000000'), utc('270101000000Z')],
    ['a string in place of a time', textValue(TAG.utf8String, '260101000000Z'), utc('270101000000Z')],
  ])('refuses %s', async (_, from, to) => {
    expectMalformed(await make({ validity: tlv(0, from, to).subarray(2) }));
  });

  it('refuses two different signature algorithms, RFC 5280 §4.1.1.2', async () => {
    expectMalformed(await make({ innerAlgorithm: algorithmIdentifier(OID.sha256WithRSA, tlv(TAG.null)) }));
  });

  it('refuses an extension that appears twice, RFC 5280 §4.2', async () => {
    expectMalformed(await make({ extensions: [keyUsage('digitalSignature'), keyUsage('keyCertSign')] }));
  });

  it('refuses extensions in version 1, and unknown versions', async () => {
    expectMalformed(await make({ version: 1 }));
    expectMalformed(await make({ version: 4 }));
  });

  it.each([
    ['truncated bytes', (der: Uint8Array) => der.subarray(0, -1)],
    ['bytes after the end', (der: Uint8Array) => Uint8Array.of(...der, 0)],
    ['an indefinite length', (der: Uint8Array) => Uint8Array.of(0x30, 0x80, ...der.subarray(4), 0, 0)],
    ['a length that is not minimal', (der: Uint8Array) => Uint8Array.of(0x30, 0x83, 0, ...der.subarray(2))],
    ['an empty file', () => new Uint8Array()],
    ['an empty SEQUENCE', () => sequence()],
  ])('refuses %s', async (_, spoil) => {
    expectMalformed(spoil(await make()));
  });

  it.each(['', 'not a certificate', '-----BEGIN CERTIFICATE-----\n====\n-----END CERTIFICATE-----'])(
    'refuses the text %j',
    (text) => expectMalformed(text),
  );

  it.each([
    ['a BOOLEAN that is neither 00 nor FF', '0603551d130101010405300301ff'],
    ['basicConstraints with bytes behind', '0603551d1304043000ffff'],
    ['a key usage that is no BIT STRING', '0603551d0f0403040100'],
  ])('refuses %s', async (_, hex) => {
    const raw = fromHex(hex);
    const der = await make({ extensions: [] });
    const extension = sequence(raw);
    // The field [3] is put in by hand: the forge would write it well.
    expectMalformed(insertExtensions(der, sequence(extension)));
  });

  it('never throws anything but its own error on damaged bytes', async () => {
    const der = await make();
    for (let position = 0; position < der.length; position++) {
      for (const change of [0x01, 0x80, 0xff]) {
        const damaged = der.slice();
        damaged[position] = (damaged[position] ?? 0) ^ change;
        try {
          parseCertificate(damaged);
        } catch (error) {
          expect(isCardError(error, 'CERTIFICATE_MALFORMED')).toBe(true);
        }
      }
    }
  });
});

/** The certificate with an extensions field put at the end of its tbsCertificate; its signature is not right any more. */
function insertExtensions(der: Uint8Array, extensions: Uint8Array): Uint8Array {
  const length = ((der[6] ?? 0) << 8) | (der[7] ?? 0);
  const tbs = der.subarray(8, 8 + length);
  return sequence(sequence(tbs, tlv(0xa3, extensions)), der.subarray(8 + length));
}
