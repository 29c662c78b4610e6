import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import type { FetchLike } from '../../src/certificate/revocation/fetch-bytes.ts';
import { signCms, type TimestampSource } from '../../src/cms/sign.ts';
import { createTimestampClient, writeTimestampRequest } from '../../src/cms/timestamp/timestamp-client.ts';
import { verifyTimestamp } from '../../src/cms/timestamp/verify-timestamp.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { sequence, smallInteger } from '../../src/der/write.ts';
import { buildCrl, type CrlEntrySpec } from '../../src/drivers/soft/gpki/crl-writer.ts';
import { issueServiceKey } from '../../src/drivers/soft/gpki/service-key.ts';
import { issuerOf } from '../../src/drivers/soft/gpki/test-gpki.ts';
import { answerTimestamp } from '../../src/drivers/soft/gpki/time-stamper.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, testGpki, testKeys, testOrganisation, utf8 } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const { signer } = softwareKeys(organisation, [gpki.authorities.xca.certificate]);
const key = await issueServiceKey(gpki, 'gca', 'time-stamp', { notBefore: NOW, createKeys: testKeys });
const chain = [gpki.authorities.gca.certificate];
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const content = utf8('主旨');
const AFTER_EXPIRY = new Date('2033-01-01T00:00:00Z');

/** The test authority as if it were on the network. */
const service =
  (change: (request: Uint8Array) => Uint8Array | Promise<Uint8Array> = (request) => request): FetchLike =>
  async (_, init) => {
    const request = await change(init.body ?? new Uint8Array());
    const bytes = await answerTimestamp(request, { key, chain, now: () => NOW });
    return { ok: true, status: 200, arrayBuffer: async () => new Uint8Array(bytes).buffer };
  };
const client = (fetch: FetchLike) => createTimestampClient({ url: 'http://tsa.invalid/', trust, fetch });
const signStamped = (timestamp: TimestampSource = client(service())) =>
  signCms(content, signer, { signingTime: NOW, timestamp });

describe('signature time stamps, RFC 3161', () => {
  it('prove when it was signed, also after the certificate expired', async () => {
    const message = await signStamped();
    const result = await verifyCms(message, { trust, at: AFTER_EXPIRY });
    expect(result).toMatchObject({ valid: true, timestamped: true, signedAt: NOW });
    expect(result.issues.map(({ code }) => code)).toContain('CMS_EXPIRED_BUT_STAMPED');
  });

  it('count with CRLs that speak of the signer only, and not when a CRL names their authority', async () => {
    const list = (id: 'xca' | 'gca', entries: readonly CrlEntrySpec[] = []) =>
      buildCrl({ thisUpdate: NOW, nextUpdate: AFTER_EXPIRY, entries }, issuerOf(gpki, id));
    const message = await signStamped();
    const signerOnly = await verifyCms(message, { trust, at: NOW, crls: [await list('xca')] });
    expect(signerOnly).toMatchObject({ valid: true, timestamped: true });
    const entry = {
      serial: parseCertificate(key.certificate).serialBytes,
      revokedAt: NOW,
      reason: 'keyCompromise' as const,
    };
    const crls = [await list('xca'), await list('gca', [entry])];
    expect(await verifyCms(message, { trust, at: NOW, crls })).toMatchObject({
      valid: true,
      timestamped: false,
    });
  });

  it('prove nothing when their authority is not trusted', async () => {
    const timestampTrust = { anchors: [] };
    const now = await verifyCms(await signStamped(), { trust, at: NOW, timestampTrust });
    expect(now).toMatchObject({ valid: true, timestamped: false });
    expect(now.issues.map(({ code }) => code)).toContain('CMS_TIMESTAMP_UNTRUSTED');
    const later = await verifyCms(await signStamped(), { trust, at: AFTER_EXPIRY, timestampTrust });
    expect(later).toMatchObject({ valid: false, grade: 'unproven' });
  });

  it('of another signature are an error', async () => {
    const request = await writeTimestampRequest(utf8('another signature'), Uint8Array.of(0x41));
    const token = (await answerTimestamp(request, { key, chain, now: () => NOW })).subarray(9);
    const message = await signStamped(async () => token);
    const result = await verifyCms(message, { trust, at: NOW });
    expect(result.valid).toBe(false);
    expect(result.issues.map(({ code }) => code)).toContain('CMS_TIMESTAMP_INVALID');
  });

  it('by a key that is not for stamping are not accepted', async () => {
    const request = await writeTimestampRequest(content, Uint8Array.of(0x41));
    const token = (await answerTimestamp(request, { key: organisation.sign, now: () => NOW })).subarray(9);
    expect(await verifyTimestamp(token, content, { trust, at: NOW })).toMatchObject({ kind: 'invalid' });
  });

  it('with a changed byte are never trusted', async () => {
    const request = await writeTimestampRequest(content, Uint8Array.of(0x41));
    const token = (await answerTimestamp(request, { key, chain, now: () => NOW })).subarray(9);
    expect(await verifyTimestamp(token, content, { trust })).toMatchObject({ kind: 'trusted', time: NOW });
    for (let position = 0; position < token.length; position += 41) {
      const changed = token.slice();
      changed[position] = (changed[position] ?? 0) ^ 0x04;
      expect((await verifyTimestamp(changed, content, { trust })).kind).not.toBe('trusted');
    }
  });
});

describe('createTimestampClient', () => {
  it.each<readonly [string, FetchLike]>([
    ['does not answer', () => Promise.reject(new TypeError('down'))],
    [
      'answers with an error page',
      async () => ({ ok: false, status: 500, arrayBuffer: async () => new ArrayBuffer(0) }),
    ],
    [
      'answers with something else',
      async () => ({ ok: true, status: 200, arrayBuffer: async () => new ArrayBuffer(3) }),
    ],
    [
      'refuses',
      async () => ({
        ok: true,
        status: 200,
        arrayBuffer: async () => sequence(sequence(smallInteger(2))).buffer,
      }),
    ],
    ['stamps another digest', service(() => writeTimestampRequest(utf8('other'), Uint8Array.of(0x41)))],
    ['leaves the nonce out', service((request) => sequence(request.subarray(2, 5), request.subarray(5, 56)))],
  ])('refuses a service that %s', async (_, fetch) => {
    await expect(signStamped(client(fetch))).rejects.toMatchObject({
      code: 'TIMESTAMP_REFUSED',
      category: 'remote',
    });
  });
});

const reason = leftOut(OPENSSL);
describe.skipIf(reason !== undefined)(`openssl ts${reason ? ` (${reason})` : ''}`, () => {
  let openssl: OpenSsl;

  beforeAll(() => {
    need(OPENSSL);
    openssl = openSsl();
    openssl.writeCertificates('anchors.pem', gpki.anchors);
    openssl.writeCertificates('issuers.pem', [...gpki.intermediates, key.certificate]);
    openssl.writeKey('tsa', key);
    openssl.write('content', content);
  });

  afterAll(() => openssl.close());

  it('verifies our token and reads our request', async () => {
    const request = await writeTimestampRequest(content, Uint8Array.of(0x41, 2));
    openssl.write('request', request);
    openssl.write('answer', await answerTimestamp(request, { key, chain, now: () => NOW }));
    const out = openssl.run(
      ...[
        'ts',
        '-verify',
        '-queryfile',
        'request',
        '-in',
        'answer',
        '-CAfile',
        'anchors.pem',
        '-untrusted',
        'issuers.pem',
      ],
      ...['-attime', String(NOW.getTime() / 1000)],
    );
    expect(new TextDecoder().decode(out)).toContain('Verification: OK');
  });

  it('makes tokens that we verify', async () => {
    openssl.write('serial', '01');
    openssl.write(
      'ts.cnf',
      [
        '[tsa]',
        'default_tsa=t',
        '[t]',
        'serial=serial',
        'default_policy=2.16.886.101.0.3.0',
        'digests=sha256',
        'signer_digest=sha256',
        'ess_cert_id_alg=sha256',
        '',
      ].join('\n'),
    );
    openssl.run('ts', '-query', '-data', 'content', '-sha256', '-cert', '-out', 'query');
    openssl.run(
      ...['ts', '-reply', '-config', 'ts.cnf', '-section', 't', '-queryfile', 'query', '-inkey', 'tsa.key'],
      ...['-signer', 'tsa.crt', '-chain', 'issuers.pem', '-token_out', '-out', 'token'],
    );
    const result = await verifyTimestamp(openssl.read('token'), content, { trust });
    expect(result.kind).toBe('trusted');
  });
});
