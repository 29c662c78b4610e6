import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { OID } from '../../src/certificate/oids.ts';
import { createCrlChecker } from '../../src/certificate/revocation/crl-checker.ts';
import { validatePath } from '../../src/certificate/validate-path.ts';
import { fromHex } from '../../src/der/bytes.ts';
import { writePem } from '../../src/der/pem.ts';
import { contextPrimitiveTag, contextTag, TAG } from '../../src/der/tags.ts';
import {
  explicit,
  implicitPrimitive,
  oid,
  sequence,
  smallInteger,
  textValue,
  tlv,
} from '../../src/der/write.ts';
import type { ExtensionSpec } from '../../src/drivers/soft/gpki/authority.ts';
import { type NamePart, nameDer } from '../../src/drivers/soft/gpki/subject.ts';
import { AT, authority, type Entity, leaf, root } from '../support/forge.ts';
import { type ForgedCrl, forgeCrl, issuingPoint } from '../support/forge-crl.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import { CA, OFFICE, ROOT } from '../support/path-cases.ts';
import { type Dice, dice } from '../support/random.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';

const PROOF = process.env.KCC_PROOF === '1';
const COUNT = PROOF ? 1_500 : 25;
const SHARE = PROOF ? `${COUNT} random sets` : `${COUNT} of 1,500 random sets, all under KCC_PROOF=1`;
const FIRST = Number(process.env.KCC_SEED ?? 1);
const reason = leftOut(OPENSSL);

const SERIAL = fromHex('4711');
const SERVICE: readonly NamePart[] = [['O', 'CRL Service']];
const HOUR = 3_600_000;
/** The first covers the reasons 1 and 2, the second the others, the third all. */
const REASONS = ['0560', '071f80', '077f80'].map(fromHex);

const flag = (number: number) => tlv(contextPrimitiveTag(number), Uint8Array.of(0xff));
const attribute = (value: string) => sequence(oid('2.5.4.3'), textValue(TAG.utf8String, value));
const directory = (name: readonly NamePart[]) => explicit(4, nameDer(name));

/** A name of a distribution point, full or relative to the issuer of its list. */
function pointName({ pick }: Dice, issuer: readonly NamePart[]): Uint8Array {
  const unit = pick(['P1', 'P2']);
  return pick([
    explicit(0, explicit(0, directory([...issuer, ['CN', unit]]))),
    explicit(0, tlv(contextTag(1), attribute(unit))),
    explicit(0, explicit(0, implicitPrimitive(6, new TextEncoder().encode(`http://x.invalid/${unit}`)))),
  ]);
}

/** Without it openssl looks at no delta list. */
const freshest: ExtensionSpec = {
  oid: OID.freshestCRL,
  value: sequence(
    sequence(explicit(0, explicit(0, implicitPrimitive(6, new TextEncoder().encode('http://x.invalid/D'))))),
  ),
};

function holderPoints(from: Dice): ExtensionSpec[] {
  const { pick, yes } = from;
  const point = () => {
    const indirect = yes(0.4);
    return sequence(
      ...(yes(0.7) || !indirect ? [pointName(from, indirect ? SERVICE : CA)] : []),
      ...(yes(0.3) ? [implicitPrimitive(1, pick(REASONS))] : []),
      ...(indirect ? [explicit(2, directory(SERVICE))] : []),
    );
  };
  if (yes(0.2)) return [];
  return [{ oid: OID.cRLDistributionPoints, value: sequence(point(), ...(yes(0.5) ? [point()] : [])) }];
}

function scope(from: Dice, indirect: boolean): ExtensionSpec[] {
  const { pick, yes } = from;
  const members = [
    ...(yes(0.5) ? [pointName(from, indirect ? SERVICE : CA)] : []),
    ...(yes(0.15) ? [flag(1)] : yes(0.15) ? [flag(2)] : []),
    ...(yes(0.3) ? [tlv(contextPrimitiveTag(3), pick(REASONS))] : []),
    ...((indirect ? yes(0.85) : yes(0.1)) ? [flag(4)] : []),
  ];
  return members.length > 0 ? [issuingPoint(...members)] : [];
}

function entries({ pick, yes }: Dice, indirect: boolean): NonNullable<ForgedCrl['entries']> {
  const named = {
    oid: OID.certificateIssuer,
    critical: true,
    value: sequence(directory(pick([CA, CA, ROOT]))),
  };
  const strange = { oid: '1.2.3.4', critical: true, value: sequence() };
  return [
    { serial: fromHex('4712'), extensions: [...(indirect ? [named] : []), ...(yes(0.05) ? [strange] : [])] },
    ...(yes(0.25) ? [{ serial: SERIAL, reason: pick([1, 6]) }] : []),
  ];
}

/** One list, and sometimes a delta list with the same scope. */
async function lists(from: Dice, middle: Entity, service: Entity): Promise<Uint8Array[]> {
  const { pick, yes } = from;
  const indirect = yes(0.35);
  const issuer = indirect ? service : middle;
  const extensions = scope(from, indirect);
  const number = pick([2, 3, 4]);
  const complete = await forgeCrl(issuer, {
    number,
    extensions,
    thisUpdate: new Date(AT.getTime() - 20 * HOUR),
    ...(yes(0.1) && { nextUpdate: new Date(AT.getTime() - HOUR) }),
    entries: entries(from, indirect),
  });
  if (!yes(0.3)) return [complete];
  const delta = await forgeCrl(issuer, {
    number: 5,
    extensions: [
      { oid: OID.deltaCRLIndicator, critical: true, value: smallInteger(pick([2, 3, 4])) },
      ...(yes(0.8) ? extensions : scope(from, indirect)),
    ],
    thisUpdate: new Date(AT.getTime() - HOUR),
    entries: yes(0.4)
      ? [
          {
            serial: SERIAL,
            reason: pick([1, 8]),
            ...(indirect && {
              extensions: [{ oid: OID.certificateIssuer, critical: true, value: sequence(directory(CA)) }],
            }),
          },
        ]
      : [],
  });
  return [complete, delta];
}

/**
 * openssl holds a list that no point leads to against the reasons of a point; RFC 5280 §6.3.3 takes it as if a point for
 * all reasons did.
 */
function pointsForSomeReasons({ certificate }: Entity): boolean {
  return parseCertificate(certificate).crlPoints.some(({ reasons }) => reasons !== undefined);
}

describe.skipIf(reason !== undefined)(`CRLs and openssl, ${SHARE}${reason ? ` (${reason})` : ''}`, () => {
  let openssl: OpenSsl;
  beforeAll(() => {
    need(OPENSSL);
    openssl = openSsl();
  });
  afterAll(() => openssl.close());

  it(
    'nobody is good here who is not good there',
    async () => {
      const top = await root(ROOT);
      const middle = await authority(top, CA);
      const service = await authority(top, SERVICE);
      openssl.writeCertificates('top.pem', [top.certificate]);
      openssl.writeCertificates('pool.pem', [middle.certificate, service.certificate]);
      const counts = { good: 0, bad: 0 };
      const disputes: string[] = [];
      for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
        const from = dice(seed);
        const holder = await leaf(middle, OFFICE, {
          serial: SERIAL,
          more: [freshest, ...holderPoints(from)],
        });
        const crls = [
          ...(await lists(from, middle, service)),
          ...(from.yes(0.5) ? await lists(from, middle, service) : []),
        ];
        const ours = await validatePath(holder.certificate, {
          anchors: [top.certificate],
          intermediates: [middle.certificate, service.certificate],
          at: AT,
          revocation: createCrlChecker(crls, { now: () => AT }),
        });
        openssl.writeCertificates('end.pem', [holder.certificate]);
        openssl.write('lists.pem', crls.map((crl) => writePem('X509 CRL', crl)).join(''));
        const theirs = openssl.answer(
          ...[
            'verify',
            '-attime',
            String(AT.getTime() / 1000),
            '-CAfile',
            'top.pem',
            '-untrusted',
            'pool.pem',
          ],
          ...['-crl_check', '-extended_crl', '-use_deltas', '-CRLfile', 'lists.pem', 'end.pem'],
        );
        counts[theirs.accepted ? 'good' : 'bad'] += 1;
        if (!ours.valid || theirs.accepted || pointsForSomeReasons(holder)) continue;
        disputes.push(`seed ${seed}: ${theirs.text}`);
      }
      expect(disputes).toEqual([]);
      expect(counts.good).toBeGreaterThan(COUNT / 10);
      expect(counts.bad).toBeGreaterThan(COUNT / 10);
    },
    PROOF ? 600_000 : 30_000,
  );
});
