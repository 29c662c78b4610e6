import { describe, expect, it } from 'vitest';
import { OID } from '../../src/certificate/oids.ts';
import { parseCrl } from '../../src/certificate/revocation/crl.ts';
import { createCrlChecker } from '../../src/certificate/revocation/crl-checker.ts';
import { type PathOptions, validatePath } from '../../src/certificate/validate-path.ts';
import { fromHex } from '../../src/der/bytes.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../../src/der/tags.ts';
import {
  explicit,
  implicitPrimitive,
  octetString,
  oid,
  sequence,
  smallInteger,
  textValue,
  tlv,
} from '../../src/der/write.ts';
import type { ExtensionSpec } from '../../src/drivers/soft/gpki/authority.ts';
import { basicConstraints } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { type NamePart, nameDer } from '../../src/drivers/soft/gpki/subject.ts';
import { AT, authority, type Entity, leaf, root, rsaKey } from '../support/forge.ts';
import { type ForgedCrl, forgeCrl, issuingPoint } from '../support/forge-crl.ts';
import { CA, OFFICE, ROOT } from '../support/path-cases.ts';

const SERIAL = fromHex('4711');
const HOUR = 3_600_000;
const SERVICE: readonly NamePart[] = [['O', 'CRL Service']];
const before = (ms: number) => new Date(AT.getTime() - ms);

const top = await root(ROOT);
const middle = await authority(top, CA);
const service = await authority(top, SERVICE);
const revoked: ForgedCrl['entries'] = [{ serial: SERIAL, reason: 1 }];
const held: ForgedCrl['entries'] = [{ serial: SERIAL, reason: 6 }];

const flag = (number: number) => tlv(contextPrimitiveTag(number), Uint8Array.of(0xff));
const reasons = (bits: string) => fromHex(bits);
const full = (...names: readonly Uint8Array[]) => explicit(0, explicit(0, ...names));
const directory = (name: readonly NamePart[]) => explicit(4, nameDer(name));
const attribute = (value: string) => sequence(oid('2.5.4.3'), textValue(TAG.utf8String, value));
const relative = (value: string) => explicit(0, tlv(contextTag(1), attribute(value)));
const points = (...all: readonly (readonly Uint8Array[])[]): ExtensionSpec => ({
  oid: OID.cRLDistributionPoints,
  value: sequence(...all.map((members) => sequence(...members))),
});
const delta = (base: number, number: number, entries: ForgedCrl['entries'], more: ForgedCrl = {}) =>
  forgeCrl(middle, {
    thisUpdate: before(1_000),
    number,
    ...(entries && { entries }),
    ...more,
    extensions: [
      { oid: OID.deltaCRLIndicator, critical: true, value: smallInteger(base) },
      ...(more.extensions ?? []),
    ],
  });
const holderWith = (...more: readonly ExtensionSpec[]) => leaf(middle, OFFICE, { serial: SERIAL, more });
const plain = await holderWith();

interface Question extends Partial<PathOptions> {
  readonly holder?: Entity;
  readonly now?: Date;
}

/** Codes about the holder when its chain is checked with these lists. */
async function codes(lists: readonly Uint8Array[], question: Question = {}): Promise<string[]> {
  const { holder = plain, now = AT, ...options } = question;
  const { issues } = await validatePath(holder.certificate, {
    anchors: [top.certificate],
    intermediates: [middle.certificate, service.certificate],
    at: AT,
    revocation: createCrlChecker(lists, { now: () => now }),
    ...options,
  });
  return issues.filter(({ path }) => path === '/chain[0]').map(({ code }) => code);
}

const UNKNOWN = ['REVOCATION_UNKNOWN'];

describe('RFC 5280 §6.3.3 (b): which list speaks of a certificate', () => {
  const below: readonly NamePart[] = [...CA, ['CN', 'Partition 1']];
  it.each<readonly [string, readonly Uint8Array[], readonly Uint8Array[], string[]]>([
    ['a full name and one relative to the issuer', [full(directory(below))], [relative('Partition 1')], []],
    ['a relative name and a full one', [relative('Partition 1')], [full(directory(below))], []],
    ['two relative names', [relative('partition  1')], [relative('Partition 1')], []],
    ['two relative names that differ', [relative('Partition 2')], [relative('Partition 1')], UNKNOWN],
    [
      'a full name below another issuer',
      [full(directory([...ROOT, ['CN', 'Partition 1']]))],
      [relative('Partition 1')],
      UNKNOWN,
    ],
  ])('compares %s', async (_, point, scope, expected) => {
    const holder = await holderWith(points(point));
    const lists = [await forgeCrl(middle, { extensions: [issuingPoint(...scope)] })];
    expect(await codes(lists, { holder })).toEqual(expected);
  });

  it('completes a name relative to the issuer of an indirect list with the name of that issuer', async () => {
    const holder = await holderWith(points([relative('Partition 1'), explicit(2, directory(SERVICE))]));
    const scope = (name: readonly NamePart[]) => issuingPoint(full(directory(name)), flag(4));
    const list = async (name: readonly NamePart[]) => [
      await forgeCrl(service, { extensions: [scope(name)] }),
    ];
    expect(await codes(await list([...SERVICE, ['CN', 'Partition 1']]), { holder })).toEqual([]);
    expect(await codes(await list([...CA, ['CN', 'Partition 1']]), { holder })).toEqual(UNKNOWN);
  });

  it('does not mix the issuer of one point with the name of another', async () => {
    const [one, two] = [full(directory([['O', 'One']])), full(directory([['O', 'Two']]))];
    const holder = await holderWith(points([one, explicit(2, directory(SERVICE))], [two]));
    const list = async (name: Uint8Array) => [
      await forgeCrl(service, { extensions: [issuingPoint(name, flag(4))] }),
    ];
    expect(await codes(await list(one), { holder })).toEqual([]);
    expect(await codes(await list(two), { holder })).toEqual(UNKNOWN);
  });

  it('takes no list of another issuer that is not indirect', async () => {
    const holder = await holderWith(points([explicit(2, directory(SERVICE))]));
    expect(await codes([await forgeCrl(service)], { holder })).toEqual(UNKNOWN);
    const indirect = await forgeCrl(service, { extensions: [issuingPoint(flag(4))] });
    expect(await codes([indirect], { holder })).toEqual([]);
  });

  it("takes a list of the issuer that no point leads to, when its name is the issuer's", async () => {
    const list = async (name: readonly NamePart[]) => [
      await forgeCrl(middle, { extensions: [issuingPoint(full(directory(name)))] }),
    ];
    expect(await codes(await list(CA))).toEqual([]);
    expect(await codes(await list(ROOT))).toEqual(UNKNOWN);
  });

  it('counts the reasons of each point within those of its list', async () => {
    const [one, two] = [full(directory([['O', 'One']])), full(directory([['O', 'Two']]))];
    const some = implicitPrimitive(1, reasons('0560'));
    const others = implicitPrimitive(1, reasons('071f80'));
    const holder = await holderWith(points([one, some], [two, others]));
    const first = await forgeCrl(middle, { extensions: [issuingPoint(one)] });
    const second = await forgeCrl(middle, { extensions: [issuingPoint(two)] });
    const narrow = await forgeCrl(middle, {
      extensions: [issuingPoint(two, tlv(contextPrimitiveTag(3), reasons('0410')))],
    });
    expect(await codes([first], { holder })).toEqual(UNKNOWN);
    expect(await codes([first, narrow], { holder })).toEqual(UNKNOWN);
    expect(await codes([first, second], { holder })).toEqual([]);
  });

  it('asks lists of authorities about authorities alone', async () => {
    const sub = await authority(middle, [['O', 'Sub']], {
      serial: SERIAL,
      more: [basicConstraints(true, 0)],
    });
    const users = await forgeCrl(middle, { extensions: [issuingPoint(flag(1))] });
    const authorities = await forgeCrl(middle, { extensions: [issuingPoint(flag(2))], entries: revoked });
    expect(await codes([users], { holder: sub })).toEqual(UNKNOWN);
    expect(await codes([authorities], { holder: sub })).toEqual(['REVOKED']);
    expect(await codes([authorities])).toEqual(UNKNOWN);
  });
});

describe('RFC 5280 §5.2.4, §6.3.3 (c): delta lists', () => {
  const scope = issuingPoint(flag(1));
  it('take nothing back from a list of another scope', async () => {
    const base = await forgeCrl(middle, { number: 2, entries: held });
    const other = await delta(2, 3, [{ serial: SERIAL, reason: 8 }], { extensions: [scope] });
    expect(await codes([base, other])).toEqual(['ON_HOLD']);
    const scoped = await forgeCrl(middle, { number: 2, entries: held, extensions: [scope] });
    expect(await codes([scoped, other])).toEqual([]);
  });

  it('take nothing back from a list that another key signed', async () => {
    const next = await authority(top, CA);
    const base = await forgeCrl(next, { number: 2, entries: held });
    const lists = [base, await delta(2, 3, [{ serial: SERIAL, reason: 8 }])];
    const intermediates = [middle.certificate, next.certificate];
    expect(await codes(lists, { intermediates })).toEqual(['ON_HOLD']);
  });

  it('count for older lists only', async () => {
    const base = (number: number) => forgeCrl(middle, { number, entries: held });
    const change = await delta(2, 5, [{ serial: SERIAL, reason: 8 }]);
    expect(await codes([await base(4), change])).toEqual([]);
    expect(await codes([await base(5), change])).toEqual(['ON_HOLD']);
    expect(await codes([await base(6), change])).toEqual(['ON_HOLD']);
  });

  it('do not stand alone', async () => {
    expect(await codes([await delta(2, 3, [])])).toEqual(UNKNOWN);
  });
});

describe('several lists of one scope', () => {
  it('lets a newer list end a suspension, and keeps it for the time before', async () => {
    const older = await forgeCrl(middle, {
      thisUpdate: before(20 * HOUR),
      number: 1,
      entries: held.map((entry) => ({ ...entry, revokedAt: before(48 * HOUR) })),
    });
    const newer = await forgeCrl(middle, { thisUpdate: before(HOUR), number: 2 });
    expect(await codes([older, newer])).toEqual([]);
    expect(await codes([newer, older])).toEqual([]);
    expect(await codes([older, newer], { at: before(10 * HOUR) })).toEqual(['ON_HOLD']);
  });
});

describe('RFC 5280 §5: lists that must not be used', () => {
  const strange = { oid: '1.2.3.4', critical: true, value: octetString(SERIAL) };
  it('with an unknown critical extension in any entry, unless it names the certificate', async () => {
    const list = (serial: string) =>
      forgeCrl(middle, {
        entries: [{ serial: fromHex(serial), extensions: [strange] }, { serial: fromHex('01') }],
      });
    expect(await codes([await list('4712')])).toEqual(UNKNOWN);
    expect(await codes([await list('4711')])).toEqual(['REVOKED']);
    expect(await codes([await list('4712'), await forgeCrl(middle, { thisUpdate: before(HOUR) })])).toEqual(
      [],
    );
  });

  it('with a value that only looks like a critical extension', async () => {
    const value = octetString(fromHex('0101ff'));
    const entries = [{ serial: fromHex('4712'), extensions: [{ oid: '1.2.3.4', value }] }];
    expect(await codes([await forgeCrl(middle, { entries })])).toEqual([]);
  });

  it.each<readonly [string, ForgedCrl]>([
    ['without number', { number: null }],
    [
      'with a critical number',
      { number: null, extensions: [{ oid: OID.cRLNumber, critical: true, value: smallInteger(1) }] },
    ],
    ['with a scope that is not critical', { extensions: [{ ...issuingPoint(flag(1)), critical: false }] }],
  ])('%s, unless the profile is lenient', async (_, spec) => {
    const lists = [await forgeCrl(middle, spec)];
    expect(await codes(lists)).toEqual(UNKNOWN);
    expect(await codes(lists, { lenientProfile: true })).toEqual([]);
  });

  it('signed with SHA-1, unless that is allowed', async () => {
    const old = await authority(top, CA, { key: await rsaKey(2048, 'SHA-1') });
    const intermediates = [middle.certificate, old.certificate];
    const lists = [await forgeCrl(old)];
    expect(await codes(lists, { intermediates })).toEqual(UNKNOWN);
    expect(await codes(lists, { intermediates, allowSha1: true })).toEqual([]);
  });

  it('of version 1 with extensions', async () => {
    const der = await forgeCrl(middle, { version: 1 });
    expect(() => parseCrl(der)).toThrow(expect.objectContaining({ code: 'CRL_MALFORMED' }));
  });
});

describe('RFC 5280 §6.3.3 (f): the signer of a list', () => {
  it('is found among the certificates that the path was sought in', async () => {
    const next = await authority(top, CA);
    const lists = [await forgeCrl(next)];
    expect(await codes(lists)).toEqual(UNKNOWN);
    expect(await codes(lists, { intermediates: [middle.certificate, next.certificate] })).toEqual([]);
  });

  it('must not be revoked itself', async () => {
    const next = await authority(top, CA, { serial: fromHex('77') });
    const intermediates = [middle.certificate, next.certificate];
    const ofRoot = (serial: string) => forgeCrl(top, { entries: [{ serial: fromHex(serial), reason: 1 }] });
    expect(await codes([await forgeCrl(next), await ofRoot('78')], { intermediates })).toEqual([]);
    expect(await codes([await forgeCrl(next), await ofRoot('77')], { intermediates })).toEqual(UNKNOWN);
  });

  it('cannot vouch for itself', async () => {
    const own = await authority(middle, CA, { serial: fromHex('77') });
    const intermediates = [middle.certificate, own.certificate];
    const list = await forgeCrl(own, { entries: [{ serial: fromHex('77'), reason: 1 }] });
    expect(await codes([list], { intermediates })).toEqual(UNKNOWN);
  });

  it('must lead to the same anchor', async () => {
    const other = await root([['O', 'Another Root']]);
    const next = await authority(other, CA);
    const anchors = [top.certificate, other.certificate];
    const intermediates = [middle.certificate, next.certificate];
    expect(await codes([await forgeCrl(next)], { anchors, intermediates })).toEqual(UNKNOWN);
  });
});
