import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import type { FetchLike } from '../../src/certificate/revocation/fetch-bytes.ts';
import { checkOcspResponse } from '../../src/certificate/revocation/ocsp-check.ts';
import { writeOcspRequest } from '../../src/certificate/revocation/ocsp-request.ts';
import { parseOcspResponse } from '../../src/certificate/revocation/ocsp-response.ts';
import { createMemoryRevocationCache } from '../../src/certificate/revocation/revocation-cache.ts';
import {
  createRevocationChecker,
  type RevocationOptions,
} from '../../src/certificate/revocation/revocation-source.ts';
import { validatePath } from '../../src/certificate/validate-path.ts';
import { TAG } from '../../src/der/tags.ts';
import { sequence, tlv } from '../../src/der/write.ts';
import { buildCrl } from '../../src/drivers/soft/gpki/crl-writer.ts';
import { answerOcsp, type OcspKnowledge } from '../../src/drivers/soft/gpki/ocsp-responder.ts';
import { issueServiceKey } from '../../src/drivers/soft/gpki/service-key.ts';
import { issuerOf } from '../../src/drivers/soft/gpki/test-gpki.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';
import { NOW, testGpki, testKeys, testOrganisation } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const certificate = parseCertificate(organisation.sign.certificate);
const issuer = parseCertificate(gpki.authorities.xca.certificate);
const delegate = await issueServiceKey(gpki, 'xca', 'ocsp', { notBefore: NOW, createKeys: testKeys });
const HOUR = 3_600_000;
const revoked = { revokedAt: NOW, reason: 'keyCompromise' as const };

/** An answer of the test authority. */
const answer = async (status: OcspKnowledge = 'good', key = delegate, about = certificate) =>
  answerOcsp(await writeOcspRequest(about, issuer), { key, statusOf: () => status, now: () => NOW });

const check = async (bytes: Uint8Array, at = NOW, now = at) =>
  checkOcspResponse(parseOcspResponse(bytes), { certificate, issuer, at, now });

describe('OCSP answers, RFC 6960', () => {
  it('tells good, revoked and unknown', async () => {
    expect(await check(await answer('good'))).toEqual({ kind: 'good' });
    expect(await check(await answer(revoked))).toEqual({ kind: 'revoked', ...revoked });
    expect(await check(await answer('unknown'))).toMatchObject({ kind: 'unknown' });
  });

  it('believes the issuer itself', async () => {
    const { keys, certificate: der } = gpki.authorities.xca;
    expect(await check(await answer('good', { certificate: der, keys }))).toEqual({ kind: 'good' });
  });

  it('believes no other signer: of another use, another authority, or expired', async () => {
    const stamper = await issueServiceKey(gpki, 'xca', 'time-stamp', {
      notBefore: NOW,
      createKeys: testKeys,
    });
    const foreign = await issueServiceKey(gpki, 'gca', 'ocsp', { notBefore: NOW, createKeys: testKeys });
    const old = new Date(NOW.getTime() - 1000);
    const expired = await issueServiceKey(gpki, 'xca', 'ocsp', {
      notBefore: old,
      notAfter: old,
      createKeys: testKeys,
    });
    for (const key of [stamper, foreign, expired, organisation.sign]) {
      expect(await check(await answer('good', key))).toMatchObject({
        kind: 'unknown',
        why: { zh: 'OCSP 回應者未獲授權' },
      });
    }
  });

  it('believes no answer about another certificate, none that is old and none from the future', async () => {
    const other = parseCertificate(organisation.exchange.certificate);
    expect(await check(await answer('good', delegate, other))).toMatchObject({ kind: 'unknown' });
    expect(await check(await answer(), new Date(NOW.getTime() + 2 * HOUR))).toMatchObject({
      kind: 'unknown',
    });
    expect(await check(await answer(), new Date(NOW.getTime() - HOUR))).toMatchObject({ kind: 'unknown' });
  });

  it('never takes a changed answer for another one', async () => {
    const bytes = await answer(revoked);
    for (let position = 0; position < bytes.length; position += 3) {
      const changed = bytes.slice();
      changed[position] = (changed[position] ?? 0) ^ 0x01;
      const status = await Promise.resolve()
        .then(() => check(changed))
        .catch((error: unknown) => error);
      expect(status).not.toEqual({ kind: 'good' });
    }
  });

  it('says that a responder cannot answer', () => {
    const busy = sequence(tlv(TAG.enumerated, Uint8Array.of(3)));
    expect(() => parseOcspResponse(busy)).toThrow(expect.objectContaining({ code: 'OCSP_MALFORMED' }));
  });

  const reason = leftOut(OPENSSL);
  it.skipIf(reason !== undefined)(
    `openssl reads our request and our answer${reason ? ` (${reason})` : ''}`,
    async () => {
      need(OPENSSL);
      const openssl: OpenSsl = openSsl();
      try {
        openssl.write('request', await writeOcspRequest(certificate, issuer));
        openssl.write('answer', await answer('good'));
        openssl.writeCertificates('issuer.pem', [issuer.der]);
        openssl.writeCertificates('chain.pem', [...gpki.anchors, issuer.der]);
        const text = new TextDecoder().decode(openssl.run('ocsp', '-reqin', 'request', '-req_text'));
        expect(text).toContain(certificate.serial);
        const shown = openssl.run(
          ...['ocsp', '-respin', 'answer', '-CAfile', 'chain.pem', '-issuer', 'issuer.pem', '-resp_text'],
          ...['-attime', String(NOW.getTime() / 1000), '-no_nonce'],
        );
        expect(new TextDecoder().decode(shown)).toContain('Cert Status: good');
      } finally {
        openssl.close();
      }
    },
  );
});

describe('offline first', () => {
  const { anchors, intermediates } = gpki;
  const asked: string[] = [];

  /** The authorities on the network: OCSP for XCA, every CRL. */
  const network =
    (up: { ocsp: boolean; crl: boolean }): FetchLike =>
    async (url, init) => {
      asked.push(url.replace('http://gpki.invalid/', ''));
      const isOcsp = init.method === 'POST';
      if (isOcsp ? !up.ocsp : !up.crl) throw new TypeError('unreachable');
      const bytes = isOcsp ? await answer('good') : await crlAt(url);
      return { ok: true, status: 200, arrayBuffer: async () => new Uint8Array(bytes).buffer };
    };

  const crlAt = (url: string) =>
    buildCrl(
      {
        thisUpdate: NOW,
        nextUpdate: new Date(NOW.getTime() + 24 * HOUR),
        entries: [],
        ...(url.includes('0001') && { partition: url }),
      },
      issuerOf(gpki, url.includes('root-g2') ? 'root-g2' : 'xca'),
    );

  const run = async (options: RevocationOptions, at = NOW) => {
    asked.length = 0;
    const revocation = createRevocationChecker({ now: () => at, policy: 'require-all', ...options });
    const { issues } = await validatePath(certificate, { anchors, intermediates, at, revocation });
    return issues.map(({ code }) => code);
  };

  it('goes nowhere when it may not', async () => {
    expect(await run({})).toEqual(['REVOCATION_UNKNOWN', 'REVOCATION_UNKNOWN']);
    expect(asked).toEqual([]);
  });

  it('asks OCSP first and the partitioned list next, and then no more until they expire', async () => {
    const cache = createMemoryRevocationCache();
    expect(await run({ cache, fetch: network({ ocsp: true, crl: true }) })).toEqual([]);
    expect(asked).toEqual(['xca/ocsp', 'root-g2/ocsp', 'root-g2/CRL_0001.crl']);
    expect(await run({ cache, fetch: network({ ocsp: true, crl: true }) })).toEqual([]);
    expect(asked).toEqual([]);
    const later = new Date(NOW.getTime() + 2 * HOUR);
    await run({ cache, fetch: network({ ocsp: false, crl: false }) }, later);
    expect(asked).toContain('xca/ocsp');
  });

  it('falls back to the list when OCSP is down', async () => {
    expect(await run({ fetch: network({ ocsp: false, crl: true }) })).toEqual([]);
    expect(asked).toEqual(['xca/ocsp', 'xca/CRL_0001.crl', 'root-g2/ocsp', 'root-g2/CRL_0001.crl']);
  });

  it('takes a given list before everything else', async () => {
    const entries = [{ serial: certificate.serialBytes, ...revoked }];
    const crl = await buildCrl(
      { thisUpdate: NOW, nextUpdate: new Date(NOW.getTime() + HOUR), entries },
      issuerOf(gpki, 'xca'),
    );
    expect(await run({ crls: [crl], fetch: network({ ocsp: true, crl: true }) })).toEqual(['REVOKED']);
  });

  it('says that nothing could be reached', async () => {
    const codes = await run({ fetch: network({ ocsp: false, crl: false }) });
    expect(codes).toEqual(['REVOCATION_UNKNOWN', 'REVOCATION_UNKNOWN']);
  });
});
