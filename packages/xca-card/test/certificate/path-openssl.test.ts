import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { OID } from '../../src/certificate/oids.ts';
import { validatePath } from '../../src/certificate/validate-path.ts';
import { oid, sequence, smallInteger } from '../../src/der/write.ts';
import type { ExtensionSpec } from '../../src/drivers/soft/gpki/authority.ts';
import {
  basicConstraints,
  certificatePolicies,
  keyUsage,
} from '../../src/drivers/soft/gpki/extension-specs.ts';
import type { NamePart } from '../../src/drivers/soft/gpki/subject.ts';
import { AT, authority, type Entity, ecKey, type ForgeKey, leaf, root } from '../support/forge.ts';
import { type OpenSsl, openSsl } from '../support/openssl.ts';
import {
  altNames,
  constraints,
  directory,
  dns,
  email,
  ip,
  policyConstraints,
  uri,
} from '../support/path-cases.ts';
import { type Dice, dice } from '../support/random.ts';
import { leftOut, need, OPENSSL } from '../support/requirement.ts';

const PROOF = process.env.KCC_PROOF === '1';
const COUNT = PROOF ? 1_500 : 30;
const FIRST = Number(process.env.KCC_SEED ?? 1);
const SHARE = PROOF ? `${COUNT} random chains` : `${COUNT} of 1,500 random chains, all under KCC_PROOF=1`;
const reason = leftOut(OPENSSL);

const POLICIES = ['1.2.3.1', '1.2.3.2', '1.2.3.3'] as const;
const ANY = OID.anyPolicy;
const UNITS: readonly NamePart[] = [
  ['OU', 'a'],
  ['OU', 'b'],
];

const keys: ForgeKey[] = [];
const base: readonly NamePart[] = [['C', 'TW']];

function policies({ pick, yes }: Dice): ExtensionSpec[] {
  if (yes(0.15)) return [];
  const chosen = POLICIES.filter(() => yes(0.5));
  if (yes(0.4) || chosen.length === 0) return [certificatePolicies(...chosen, ANY)];
  return [certificatePolicies(...(chosen.length > 0 ? chosen : [pick(POLICIES)]))];
}

function authorityExtensions(from: Dice, policed: boolean): ExtensionSpec[] {
  const { pick, yes, upTo } = from;
  const names = () =>
    pick([
      dns(pick(['gov.tw', 'a.gov.tw', 'b.tw', ''])),
      email(pick(['gov.tw', '.gov.tw', 'x@gov.tw'])),
      uri(pick(['gov.tw', '.gov.tw'])),
      ip(pick(['0a000000ff000000', '0a010000ffff0000'])),
      directory([...base, pick(UNITS)]),
      directory(base),
    ]);
  return [
    basicConstraints(!yes(0.02), yes(0.3) ? upTo(3) : undefined),
    yes(0.02) ? keyUsage('cRLSign') : keyUsage('keyCertSign'),
    ...(yes(0.2) ? [constraints([names(), ...(yes(0.5) ? [names()] : [])], [])] : []),
    ...(policed ? policyExtensions(from) : []),
  ];
}

function policyExtensions(from: Dice): ExtensionSpec[] {
  const { pick, yes, upTo } = from;
  const mapping = () => sequence(oid(pick(POLICIES)), oid(pick(POLICIES)));
  return [
    ...policies(from),
    ...(yes(0.25)
      ? [
          {
            oid: OID.policyMappings,
            critical: true,
            value: sequence(mapping(), ...(yes(0.5) ? [mapping()] : [])),
          },
        ]
      : []),
    ...(yes(0.2)
      ? [policyConstraints(yes(0.7) ? upTo(3) : undefined, yes(0.5) ? upTo(2) : undefined)].filter(
          ({ value }) => value.length > 2,
        )
      : []),
    ...(yes(0.15) ? [{ oid: OID.inhibitAnyPolicy, critical: true, value: smallInteger(upTo(2)) }] : []),
  ];
}

function leafExtensions(from: Dice, policed: boolean): ExtensionSpec[] {
  const { pick, yes } = from;
  const names = [
    ...(yes(0.3) ? [dns(pick(['a.gov.tw', 'x.a.gov.tw', 'agov.tw', 'gov.tw', 'b.tw']))] : []),
    ...(yes(0.2) ? [email(pick(['x@gov.tw', 'y@gov.tw', 'x@a.gov.tw', 'x@b.tw']))] : []),
    ...(yes(0.2) ? [uri(pick(['https://gov.tw/', 'https://a.gov.tw:80/x', 'https://b.tw']))] : []),
    ...(yes(0.2) ? [ip(pick(['0a000001', '0a010001', '0b000001']))] : []),
  ];
  return [...(names.length > 0 ? [altNames(...names)] : []), ...(policed ? policies(from) : [])];
}

async function randomChain(from: Dice) {
  const { pick, yes, upTo } = from;
  const policed = yes(0.7);
  const top = await root(base, { key: keys[0] ?? (await ecKey()) });
  const above: Entity[] = [top];
  const length = 1 + upTo(4);
  for (let index = 1; index <= length; index++) {
    const issuer = above[above.length - 1] ?? top;
    // Every fifth carries on the name of its issuer: it is self-issued.
    const name = index > 1 && yes(0.2) ? issuer.name : [...base, pick(UNITS), ['CN', `CA ${index}`] as const];
    const more = authorityExtensions(from, policed);
    above.push(await authority(issuer, name, { key: keys[index] ?? (await ecKey()), more }));
  }
  const issuer = above[above.length - 1] ?? top;
  const more = leafExtensions(from, policed);
  const end = await leaf(issuer, [...base, pick(UNITS), ['CN', 'x']], {
    key: keys[5] ?? (await ecKey()),
    more,
  });
  return { top, intermediates: above.slice(1), end, policed };
}

/**
 * openssl maps a policy that an authority asserts only by anyPolicy also where anyPolicy is inhibited; RFC 5280 §6.1.4
 * (b)(1) asks for a node of anyPolicy, which there is not. Such chains may be refused here alone.
 */
function mapsInhibitedAny(
  intermediates: readonly Entity[],
  demands: { readonly inhibitAnyPolicy: boolean },
): boolean {
  const read = intermediates.map(({ certificate }) => parseCertificate(certificate));
  const inhibited =
    demands.inhibitAnyPolicy || read.some(({ inhibitAnyPolicy }) => inhibitAnyPolicy !== undefined);
  return inhibited && read.some(({ policies, policyMappings }) => policyMappings && policies?.includes(ANY));
}

describe.skipIf(reason !== undefined)(`paths and openssl, ${SHARE}${reason ? ` (${reason})` : ''}`, () => {
  let openssl: OpenSsl;

  beforeAll(async () => {
    need(OPENSSL);
    openssl = openSsl();
    for (let index = 0; index < 6; index++) keys.push(await ecKey());
  });
  afterAll(() => openssl.close());

  it(
    'agree about who is valid',
    async () => {
      const outcomes = { valid: 0, invalid: 0 };
      const disputes: string[] = [];
      for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
        const from = dice(seed);
        const { top, intermediates, end, policed } = await randomChain(from);
        const demands = {
          requireExplicitPolicy: policed && from.yes(0.5),
          inhibitPolicyMapping: policed && from.yes(0.2),
          inhibitAnyPolicy: policed && from.yes(0.2),
          initialPolicies: policed && from.yes(0.5) ? [from.pick(POLICIES)] : [],
        };
        const ours = await validatePath(end.certificate, {
          anchors: [top.certificate],
          intermediates: intermediates.map(({ certificate }) => certificate),
          at: AT,
          ...demands,
        });
        openssl.writeCertificates('top.pem', [top.certificate]);
        openssl.writeCertificates(
          'pool.pem',
          intermediates.map(({ certificate }) => certificate),
        );
        openssl.writeCertificates('end.pem', [end.certificate]);
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
          ...(policed ? ['-policy_check'] : []),
          ...(demands.requireExplicitPolicy ? ['-explicit_policy'] : []),
          ...(demands.inhibitPolicyMapping ? ['-inhibit_map'] : []),
          ...(demands.inhibitAnyPolicy ? ['-inhibit_any'] : []),
          // Without any, openssl takes the empty set for the policies that the user accepts.
          ...(demands.initialPolicies.length > 0 ? demands.initialPolicies : policed ? [ANY] : []).flatMap(
            (policy) => ['-policy', policy],
          ),
          'end.pem',
        );
        outcomes[theirs.accepted ? 'valid' : 'invalid'] += 1;
        if (ours.valid !== theirs.accepted && !(theirs.accepted && mapsInhibitedAny(intermediates, demands)))
          disputes.push(`seed ${seed}: ${ours.issues.map(({ code }) => code).join(' ')} | ${theirs.text}`);
      }
      expect(disputes).toEqual([]);
      expect(outcomes.valid).toBeGreaterThan(COUNT / 8);
      expect(outcomes.invalid).toBeGreaterThan(COUNT / 8);
    },
    PROOF ? 600_000 : 30_000,
  );
});
