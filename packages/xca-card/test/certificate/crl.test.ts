import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { OID } from '../../src/certificate/oids.ts';
import type { RevocationPolicy } from '../../src/certificate/revocation/checker.ts';
import { parseCrl } from '../../src/certificate/revocation/crl.ts';
import { createCrlChecker } from '../../src/certificate/revocation/crl-checker.ts';
import { countEntries, findInCrl } from '../../src/certificate/revocation/crl-scan.ts';
import { validatePath } from '../../src/certificate/validate-path.ts';
import { fromHex } from '../../src/der/bytes.ts';
import { writePem } from '../../src/der/pem.ts';
import { contextPrimitiveTag } from '../../src/der/tags.ts';
import {
  explicit,
  implicitPrimitive,
  octetString,
  sequence,
  smallInteger,
  tlv,
} from '../../src/der/write.ts';
import { crlDistributionPoints, keyUsage } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { nameDer } from '../../src/drivers/soft/gpki/subject.ts';
import { AT, authority, type Entity, type ForgeSpec, leaf, root } from '../support/forge.ts';
import { type ForgedCrl, forgeCrl, issuingPoint } from '../support/forge-crl.ts';
import { CA, OFFICE, ROOT, tomorrow, yesterday } from '../support/path-cases.ts';

const PARTITION = 'http://xca.invalid/CRL_0002.crl';
const SERIAL = fromHex('4711');

const top = await root(ROOT);
const middle = await authority(top, CA);
const end = await leaf(middle, OFFICE, { serial: SERIAL, more: [crlDistributionPoints([PARTITION])] });

const flag = (number: number) => tlv(contextPrimitiveTag(number), Uint8Array.of(0xff));
const uri = (url: string) => explicit(0, explicit(0, implicitPrimitive(6, new TextEncoder().encode(url))));

/** Codes of a validation with these lists. */
async function codes(
  lists: readonly Uint8Array[],
  options: {
    readonly at?: Date;
    readonly policy?: RevocationPolicy;
    readonly holder?: Entity;
    readonly extra?: readonly Entity[];
  } = {},
): Promise<string[]> {
  const { at = AT, policy = 'require-leaf', holder = end, extra = [] } = options;
  const certificates = extra.map(({ certificate }) => certificate);
  const revocation = createCrlChecker(lists, { policy, certificates, now: () => at });
  const pool = [middle.certificate, ...certificates];
  const result = await validatePath(holder.certificate, {
    anchors: [top.certificate],
    intermediates: pool,
    at,
    revocation,
  });
  const found = result.issues.filter(({ path }) => path === '/chain[0]').map(({ code }) => code);
  expect(result.valid).toBe(!result.issues.some(({ severity }) => severity === 'error'));
  return found;
}

const list = (spec: ForgedCrl = {}, issuer = middle) => forgeCrl(issuer, spec);

describe('RFC 5280 §6.3: CRLs', () => {
  it('finds a certificate good that a current list does not name', async () => {
    expect(await codes([await list()])).toEqual([]);
    expect(
      await codes([await list({ entries: [{ serial: fromHex('4712') }, { serial: fromHex('47') }] })]),
    ).toEqual([]);
  });

  it('finds a revoked certificate, with reason and time', async () => {
    const revocation = createCrlChecker([await list({ entries: [{ serial: SERIAL, reason: 1 }] })], {
      now: () => AT,
    });
    const options = { anchors: [top.certificate], intermediates: [middle.certificate], at: AT, revocation };
    const { valid, issues } = await validatePath(end.certificate, options);
    expect(valid).toBe(false);
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'REVOKED',
        params: expect.objectContaining({ reason: 'keyCompromise', revokedAt: yesterday.toISOString() }),
      }),
    );
  });

  it('tells a certificate on hold from a revoked one', async () => {
    expect(await codes([await list({ entries: [{ serial: SERIAL, reason: 6 }] })])).toEqual(['ON_HOLD']);
  });

  it('takes a revocation that comes later than the instant asked for as not yet done', async () => {
    const entries = [{ serial: SERIAL, revokedAt: tomorrow, reason: 4 }];
    expect(await codes([await list({ entries })])).toEqual([]);
  });

  it('tells 255 from −1 as serial numbers', async () => {
    const negative = await leaf(middle, OFFICE, { serial: fromHex('ff') });
    const entries = [{ serial: fromHex('00ff'), reason: 1 }];
    expect(await codes([await list({ entries })], { holder: negative })).toEqual([]);
    expect(
      await codes([await list({ entries: [{ serial: fromHex('ff'), reason: 1 }] })], { holder: negative }),
    ).toEqual(['REVOKED']);
  });

  it.each<readonly [string, ForgedCrl]>([
    ['that has expired', { nextUpdate: new Date(AT.getTime() - 1000) }],
    ['from the future', { thisUpdate: tomorrow, nextUpdate: new Date(tomorrow.getTime() + 1000) }],
    ['without next update', { nextUpdate: null }],
    ['with a wrong signature', { spoil: true }],
    [
      'with an unknown critical extension',
      { extensions: [{ oid: '1.2.3.4', critical: true, value: octetString(SERIAL) }] },
    ],
    ['of another partition', { extensions: [issuingPoint(uri('http://xca.invalid/CRL_0001.crl'))] }],
    ['of authorities only', { extensions: [issuingPoint(flag(2))] }],
    ['of attribute certificates only', { extensions: [issuingPoint(flag(5))] }],
    ['for some reasons only', { extensions: [issuingPoint(tlv(contextPrimitiveTag(3), fromHex('0640')))] }],
    ['of another issuer', { issuer: [['O', 'Somebody']] }],
    [
      'that builds on another list',
      { extensions: [{ oid: OID.deltaCRLIndicator, critical: true, value: smallInteger(1) }] },
    ],
  ])('does not rely on a list %s', async (_, spec) => {
    expect(await codes([await list(spec)])).toEqual(['REVOCATION_UNKNOWN']);
  });

  it('does not rely on a list by another key of the same name', async () => {
    const impostor = await root(CA);
    expect(await codes([await list({}, impostor)])).toEqual(['REVOCATION_UNKNOWN']);
    expect(await codes([await list({}, impostor)], { extra: [impostor] })).toEqual(['REVOCATION_UNKNOWN']);
  });

  it('does not rely on a list by a key without cRLSign', async () => {
    const limited = await authority(top, CA, { more: [keyUsage('keyCertSign')] });
    expect(await codes([await list({}, limited)], { extra: [limited] })).toEqual(['REVOCATION_UNKNOWN']);
  });

  it('relies on a list by another key of the issuer that leads to the same anchor', async () => {
    const next = await authority(top, CA);
    expect(await codes([await list({}, next)], { extra: [next] })).toEqual([]);
    const entries = [{ serial: SERIAL }];
    expect(await codes([await list({ entries }, next)], { extra: [next] })).toEqual(['REVOKED']);
  });

  it('reads the partition that the certificate names', async () => {
    const extensions = [issuingPoint(uri(PARTITION), flag(1))];
    expect(await codes([await list({ extensions })])).toEqual([]);
    expect(await codes([await list({ extensions, entries: [{ serial: SERIAL }] })])).toEqual(['REVOKED']);
  });

  it('joins two lists that cover the reasons between them', async () => {
    const first = await list({ extensions: [issuingPoint(tlv(contextPrimitiveTag(3), fromHex('0360')))] });
    const second = await list({ extensions: [issuingPoint(tlv(contextPrimitiveTag(3), fromHex('071f80')))] });
    expect(await codes([first])).toEqual(['REVOCATION_UNKNOWN']);
    expect(await codes([first, second])).toEqual([]);
  });

  it('lets a delta list add and take back', async () => {
    const delta = (entries: ForgedCrl['entries']) =>
      list({
        ...(entries && { entries }),
        number: 3,
        thisUpdate: new Date(AT.getTime() - 1000),
        extensions: [{ oid: OID.deltaCRLIndicator, critical: true, value: smallInteger(2) }],
      });
    const base = (entries: ForgedCrl['entries'] = [], number = 2) => list({ entries, number });
    expect(await codes([await base(), await delta([{ serial: SERIAL, reason: 1 }])])).toEqual(['REVOKED']);
    expect(
      await codes([
        await base([{ serial: SERIAL, reason: 6 }]),
        await delta([{ serial: SERIAL, reason: 8 }]),
      ]),
    ).toEqual([]);
    expect(await codes([await base([{ serial: SERIAL, reason: 6 }]), await delta([])])).toEqual(['ON_HOLD']);
    // A base older than the one the delta builds on: the delta's "removed" must not count.
    expect(
      await codes([
        await base([{ serial: SERIAL, reason: 6 }], 1),
        await delta([{ serial: SERIAL, reason: 8 }]),
      ]),
    ).toEqual(['ON_HOLD']);
  });

  it('reads entries of several issuers in an indirect list', async () => {
    const service = await authority(top, [['O', 'CRL Service']]);
    const certificateIssuer = (name: Parameters<typeof nameDer>[0]) => ({
      oid: OID.certificateIssuer,
      critical: true,
      value: sequence(explicit(4, nameDer(name))),
    });
    const spec: ForgeSpec = {
      serial: SERIAL,
      more: [
        {
          oid: OID.cRLDistributionPoints,
          value: sequence(sequence(explicit(2, explicit(4, nameDer(service.name))))),
        },
      ],
    };
    const holder = await leaf(middle, OFFICE, spec);
    const indirect = (name: Parameters<typeof nameDer>[0]) =>
      forgeCrl(service, {
        extensions: [issuingPoint(flag(4))],
        entries: [
          { serial: fromHex('01'), extensions: [certificateIssuer(name)] },
          { serial: SERIAL, reason: 1 },
        ],
      });
    expect(await codes([await indirect(CA)], { holder, extra: [service] })).toEqual(['REVOKED']);
    expect(await codes([await indirect([['O', 'Another']])], { holder, extra: [service] })).toEqual([]);
    expect(await codes([await indirect(CA)], { extra: [service] })).toEqual(['REVOCATION_UNKNOWN']);
  });

  it('finds a revoked authority', async () => {
    const revocation = createCrlChecker(
      [
        await list(),
        await forgeCrl(top, {
          entries: [{ serial: parseCertificate(middle.certificate).serialBytes, reason: 2 }],
        }),
      ],
      { now: () => AT },
    );
    const options = { anchors: [top.certificate], intermediates: [middle.certificate], at: AT, revocation };
    const { issues } = await validatePath(end.certificate, options);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['REVOKED /chain[1]']);
  });

  it.each<readonly [RevocationPolicy, string, string]>([
    ['require-leaf', 'error', 'warning'],
    ['require-all', 'error', 'error'],
    ['prefer', 'warning', 'warning'],
  ])(
    'takes missing data under the policy %s as %s for the holder and %s for an authority',
    async (policy, holder, issuer) => {
      const revocation = createCrlChecker([], { policy });
      const options = { anchors: [top.certificate], intermediates: [middle.certificate], at: AT, revocation };
      const { issues } = await validatePath(end.certificate, options);
      expect(issues.map(({ severity }) => severity)).toEqual([holder, issuer]);
    },
  );
});

describe('parseCrl', () => {
  it('reads head and foot without the entries', async () => {
    const der = await list({ entries: [{ serial: SERIAL }, { serial: fromHex('01') }], number: 17 });
    const crl = parseCrl(writePem('X509 CRL', der));
    expect(crl).toMatchObject({
      number: '11',
      thisUpdate: yesterday,
      nextUpdate: tomorrow,
      unknownCritical: [],
    });
    expect(countEntries(crl)).toBe(2);
    expect(findInCrl(crl, SERIAL, crl.issuer)?.revokedAt).toEqual(yesterday);
    expect(findInCrl(crl, fromHex('02'), crl.issuer)).toBeUndefined();
  });

  it('refuses what is no CRL', async () => {
    for (const bytes of [new Uint8Array(), end.certificate, (await list()).subarray(0, -3)]) {
      expect(() => parseCrl(bytes)).toThrow(expect.objectContaining({ code: 'CRL_MALFORMED' }));
    }
  });
});
