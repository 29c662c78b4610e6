import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { OID } from '../../src/certificate/oids.ts';
import { attribute, tagged } from '../../src/cms/attributes.ts';
import { readContentInfo, writeContentInfo } from '../../src/cms/content-info.ts';
import { CMS_OID } from '../../src/cms/oids.ts';
import { issuerAndSerial } from '../../src/cms/reference.ts';
import { signCms } from '../../src/cms/sign.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { source } from '../../src/der/web-crypto.ts';
import {
  algorithmIdentifier,
  explicit,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  smallInteger,
  time,
} from '../../src/der/write.ts';
import { buildCrl } from '../../src/drivers/soft/gpki/crl-writer.ts';
import { issuerOf } from '../../src/drivers/soft/gpki/test-gpki.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, testGpki, testOrganisation, utf8 } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const { signer } = softwareKeys(organisation, [gpki.authorities.xca.certificate]);
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const content = utf8('主旨：檢送本所用印清冊一份，請查照。');
const LATER = new Date('2033-01-01T00:00:00Z');
const certificate = parseCertificate(organisation.sign.certificate);

type Hash = 'SHA-1' | 'SHA-256';

/** A message as other programs write them: attributes left out or chosen. */
async function foreign(options: {
  readonly hash?: Hash;
  readonly attributes?: readonly Uint8Array[];
  readonly content?: Uint8Array;
  readonly contentType?: string;
  readonly certificates?: readonly Uint8Array[];
  readonly digestListed?: string;
  readonly signed?: Uint8Array;
}): Promise<Uint8Array> {
  const { hash = 'SHA-256', contentType = CMS_OID.data } = options;
  const body = options.content ?? content;
  const digestAlgorithm = algorithmIdentifier(hash === 'SHA-1' ? OID.sha1 : OID.sha256, nullValue());
  const attributes = options.attributes && setOf(...options.attributes);
  const signature = await signer.sign(options.signed ?? attributes ?? body, hash);
  const info = sequence(
    smallInteger(1),
    issuerAndSerial(certificate),
    digestAlgorithm,
    ...(attributes ? [tagged(0, attributes)] : []),
    algorithmIdentifier(OID.rsaEncryption, nullValue()),
    octetString(signature),
  );
  const listed = options.digestListed
    ? algorithmIdentifier(options.digestListed, nullValue())
    : digestAlgorithm;
  const data = sequence(
    smallInteger(contentType === CMS_OID.data ? 1 : 3),
    setOf(listed),
    sequence(oid(contentType), explicit(0, octetString(body))),
    explicit(0, ...(options.certificates ?? [organisation.sign.certificate])),
    setOf(info),
  );
  return writeContentInfo(CMS_OID.signedData, data);
}

const digest = async (data: Uint8Array, hash: Hash = 'SHA-256') =>
  new Uint8Array(await crypto.subtle.digest(hash, source(data)));

const hipkiAttributes = async () => [
  attribute(CMS_OID.contentType, oid(CMS_OID.data)),
  attribute(CMS_OID.signingTime, time(NOW)),
  attribute(CMS_OID.messageDigest, octetString(await digest(content))),
];

async function judge(message: Uint8Array, options: Partial<Parameters<typeof verifyCms>[1]> = {}) {
  const result = await verifyCms(message, { trust, at: NOW, ...options });
  return { valid: result.valid, grade: result.grade, codes: result.issues.map(({ code }) => code) };
}

const goodCrl = () =>
  buildCrl(
    { thisUpdate: NOW, nextUpdate: new Date(NOW.getTime() + 86_400_000), entries: [] },
    issuerOf(gpki, 'xca'),
  );

describe('verifyCms grades', () => {
  it('full: modern, complete, not revoked', async () => {
    const message = await signCms(content, signer, { signingTime: NOW });
    const result = await judge(message, { crls: [await goodCrl()] });
    expect(result).toMatchObject({ valid: true, grade: 'limited' });
    const rootCrl = await buildCrl(
      { thisUpdate: NOW, nextUpdate: new Date(NOW.getTime() + 86_400_000), entries: [] },
      issuerOf(gpki, 'root-g2'),
    );
    expect(await judge(message, { crls: [await goodCrl(), rootCrl] })).toMatchObject({
      valid: true,
      grade: 'full',
    });
  });

  it('limited: no revocation data, or certificate not tied in as HiPKI does', async () => {
    const plain = await judge(await signCms(content, signer, { signingTime: NOW }));
    expect(plain).toEqual({
      valid: true,
      grade: 'limited',
      codes: ['CMS_NO_TIMESTAMP', 'CMS_NO_REVOCATION_DATA'],
    });
    const hipki = await judge(await foreign({ attributes: await hipkiAttributes() }));
    expect(hipki).toMatchObject({ valid: true, grade: 'limited' });
    expect(hipki.codes).toContain('CMS_NO_SIGNING_CERTIFICATE');
  });

  it('weak: SHA-1 without signed attributes, as in 2018', async () => {
    const result = await judge(await foreign({ hash: 'SHA-1' }));
    expect(result).toMatchObject({ valid: true, grade: 'weak' });
    expect(result.codes).toEqual(expect.arrayContaining(['CMS_SHA1', 'CMS_NO_SIGNED_ATTRIBUTES']));
  });

  it('unproven: expired since, and nothing proves the time', async () => {
    const message = await signCms(content, signer, { signingTime: NOW });
    const result = await judge(message, { at: LATER });
    expect(result).toMatchObject({ valid: false, grade: 'unproven' });
    expect(result.codes).toContain('CMS_EXPIRED_SINCE');
    expect(await judge(await foreign({}), { at: LATER })).toMatchObject({ valid: false, grade: 'invalid' });
  });

  it('invalid: revoked', async () => {
    const entries = [{ serial: certificate.serialBytes, revokedAt: NOW, reason: 'keyCompromise' as const }];
    const crl = await buildCrl({ thisUpdate: NOW, nextUpdate: LATER, entries }, issuerOf(gpki, 'xca'));
    const result = await judge(await signCms(content, signer, { signingTime: NOW }), { crls: [crl] });
    expect(result).toMatchObject({ valid: false, grade: 'invalid' });
    expect(result.codes).toContain('REVOKED');
  });

  it('invalid: revoked in a CRL, whatever another source says', async () => {
    const entries = [{ serial: certificate.serialBytes, revokedAt: NOW, reason: 'keyCompromise' as const }];
    const crl = await buildCrl({ thisUpdate: NOW, nextUpdate: LATER, entries }, issuerOf(gpki, 'xca'));
    const message = await signCms(content, signer, { signingTime: NOW });
    const silent = async () => [];
    expect((await judge(message, { crls: [crl], revocation: silent })).codes).toContain('REVOKED');
    expect(await judge(message, { revocation: silent })).toMatchObject({ valid: true, grade: 'full' });
  });

  it('invalid: a CRL is given but has expired', async () => {
    const old = new Date(NOW.getTime() - 86_400_000);
    const crl = await buildCrl(
      { thisUpdate: old, nextUpdate: new Date(NOW.getTime() - 1000), entries: [] },
      issuerOf(gpki, 'xca'),
    );
    const result = await judge(await signCms(content, signer, { signingTime: NOW }), { crls: [crl] });
    expect(result).toMatchObject({ valid: false, grade: 'invalid' });
    expect(result.codes).toContain('REVOCATION_UNKNOWN');
  });

  it('invalid: an untrusted signer', async () => {
    const result = await judge(await signCms(content, signer, { signingTime: NOW }), {
      trust: { anchors: [] },
    });
    expect(result).toMatchObject({ valid: false, grade: 'invalid' });
    expect(result.codes).toContain('PATH_ISSUER_UNKNOWN');
  });

  it('warns of a signing time in the future and refuses one before the certificate', async () => {
    const message = await signCms(content, signer, { signingTime: new Date(NOW.getTime() + 60_000) });
    expect((await judge(message)).codes).toContain('CMS_TIME_IN_FUTURE');
    const attributes = await hipkiAttributes();
    attributes[1] = attribute(CMS_OID.signingTime, time(new Date('2020-01-01T00:00:00Z')));
    const early = await judge(await foreign({ attributes }));
    expect(early).toMatchObject({ valid: false });
    expect(early.codes).toContain('CMS_TIME_OUTSIDE_VALIDITY');
  });
});

describe('verifyCms refuses', () => {
  it('other content than was signed', async () => {
    const detached = await signCms(content, signer, { detached: true, signingTime: NOW });
    expect((await judge(detached, { content: utf8('其他') })).codes).toContain('CMS_DIGEST_MISMATCH');
    expect((await judge(detached)).codes).toContain('CMS_CONTENT_MISSING');
    const attached = await signCms(content, signer, { signingTime: NOW });
    expect((await judge(attached, { content: utf8('其他') })).codes).toContain('CMS_CONTENT_DIFFERS');
    expect(await judge(attached, { content })).toMatchObject({ valid: true });
  });

  it('signed attributes passed off as content', async () => {
    const attributes = setOf(...(await hipkiAttributes()));
    const result = await judge(await foreign({ content: attributes, signed: attributes }));
    expect(result.valid).toBe(false);
    expect(result.codes).toContain('CMS_STRUCTURE');
  });

  it('content that is not plain data without signed attributes', async () => {
    const result = await judge(await foreign({ contentType: CMS_OID.tstInfo }));
    expect(result).toMatchObject({ valid: false });
  });

  it.each([
    ['no messageDigest', (all: Uint8Array[]) => all.slice(0, 2)],
    ['no contentType', (all: Uint8Array[]) => all.slice(1)],
    [
      'another contentType',
      (all: Uint8Array[]) => [attribute(CMS_OID.contentType, oid(CMS_OID.tstInfo)), ...all.slice(1)],
    ],
    ['an attribute twice', (all: Uint8Array[]) => [...all, attribute(CMS_OID.signingTime, time(LATER))]],
  ])('attributes with %s', async (_, change) => {
    const attributes = change(await hipkiAttributes());
    const message = await foreign({ attributes });
    const result = await judge(message).catch((error: unknown) => error);
    expect(result).toMatchObject(result instanceof Error ? { code: 'CMS_MALFORMED' } : { valid: false });
  });

  it('a digest that the message does not list', async () => {
    const message = await foreign({ attributes: await hipkiAttributes(), digestListed: OID.sha512 });
    expect((await judge(message)).codes).toContain('CMS_STRUCTURE');
  });

  it('a certificate that rides along and leads nowhere', async () => {
    const other = await testGpkiOfStrangers();
    const certificates = [organisation.sign.certificate, other];
    const message = await foreign({ attributes: await hipkiAttributes(), certificates });
    expect((await judge(message)).codes).toContain('CMS_EMBEDDED_CERTIFICATE');
    expect(await judge(message, { allowUnrelatedCertificates: true })).toMatchObject({ valid: true });
  });

  it('a message without the signer’s certificate', async () => {
    const message = await foreign({ attributes: await hipkiAttributes(), certificates: [] });
    expect((await judge(message)).codes).toContain('CMS_SIGNER_CERTIFICATE_MISSING');
  });

  it('a message without signatures', async () => {
    const data = sequence(smallInteger(1), setOf(), sequence(oid(CMS_OID.data)), setOf());
    const result = await judge(writeContentInfo(CMS_OID.signedData, data));
    expect(result).toMatchObject({ valid: false, codes: ['CMS_NO_SIGNER'] });
  });

  it.each([
    ['the version of the message', (message: Uint8Array) => [25, (message[25] ?? 0) ^ 0x04]],
    [
      'the kind of an embedded certificate',
      (message: Uint8Array) => [startOf(message, gpki.authorities.xca.certificate), 0xa1],
    ],
    [
      'the kind of an embedded certificate, to none',
      (message: Uint8Array) => [startOf(message, gpki.authorities.xca.certificate), 0x31],
    ],
    ['the case of a letter in the name of the signer', (message: Uint8Array) => [lastCountry(message), 0x74]],
    ['the string type in the name of the signer', (message: Uint8Array) => [lastCountry(message) - 2, 0x0c]],
  ])('a changed byte in %s', async (_, change) => {
    const message = await signCms(content, signer, { signingTime: NOW });
    const [position = -1, byte = 0] = change(message);
    expect(message[position]).not.toBe(byte);
    message[position] = byte;
    const result = await judge(message).catch((error: unknown) => error);
    expect(result).toMatchObject(result instanceof Error ? { code: 'CMS_MALFORMED' } : { valid: false });
  });

  it('bytes that are no signed message, with a coded error', async () => {
    const message = await signCms(content, signer, { signingTime: NOW });
    for (const bytes of [new Uint8Array(), utf8('PK'), message.subarray(0, -1), certificate.der]) {
      await expect(verifyCms(bytes, { trust })).rejects.toMatchObject({
        code: 'CMS_MALFORMED',
        category: 'document',
      });
    }
    expect(readContentInfo(message).type).toBe(CMS_OID.signedData);
  });
});

/** A certificate of an authority that nobody here knows. */
async function testGpkiOfStrangers(): Promise<Uint8Array> {
  const { authority, leaf, root } = await import('../support/forge.ts');
  const middle = await authority(await root([['O', 'Strangers']]), [['O', 'Stranger CA']]);
  return (await leaf(middle, [['O', 'Stranger']])).certificate;
}

/** Where one run of bytes lies in another. */
function startOf(message: Uint8Array, part: Uint8Array): number {
  return Buffer.from(message).indexOf(part);
}

/** Where the country of the signer's reference stands: the last `TW` of a message. */
function lastCountry(message: Uint8Array): number {
  return Buffer.from(message).lastIndexOf(Buffer.from([0x13, 0x02, 0x54, 0x57])) + 2;
}
