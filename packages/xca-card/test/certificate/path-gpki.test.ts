import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { buildPath, validatePath } from '../../src/certificate/validate-path.ts';
import { certificatePolicies } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { AT, authority, leaf, root } from '../support/forge.ts';
import {
  CA,
  chain,
  OFFICE as HOLDER,
  longChain,
  mappings,
  OTHER_POLICY,
  POLICY,
  ROOT,
} from '../support/path-cases.ts';
import { NOW, OFFICE, testGpki, testOrganisation } from '../support/world.ts';

const gpki = await testGpki();
const { anchors, intermediates } = gpki;

describe('GPKI paths', () => {
  it('finds its way by key identifier where two roots and two authorities have the same name', async () => {
    for (const id of ['xca', 'xca-g3', 'gca'] as const) {
      const { sign } = await testOrganisation(OFFICE, { authority: id });
      for (const order of [anchors, [...anchors].reverse()]) {
        const options = { anchors: order, intermediates: [...intermediates].reverse(), at: NOW };
        const result = await validatePath(sign.certificate, { ...options, usage: ['digitalSignature'] });
        expect(result.issues).toEqual([]);
        expect(result.chain.map(({ der }) => der)).toEqual([
          sign.certificate,
          gpki.authorities[id].certificate,
          gpki.authorities[id === 'xca-g3' ? 'root-g3' : 'root-g2'].certificate,
        ]);
      }
    }
  });

  it('does not take the older root of the same name', async () => {
    const { sign } = await testOrganisation();
    const result = await validatePath(sign.certificate, {
      anchors: anchors.slice(0, 1),
      intermediates,
      at: NOW,
    });
    expect(result.valid).toBe(false);
    expect(result.issues.map(({ code }) => code)).toEqual(['PATH_KEY_IDENTIFIER', 'PATH_SIGNATURE_INVALID']);
  });

  it('says at which time the answer holds', async () => {
    const { sign } = await testOrganisation();
    const after = new Date('2032-11-24T02:00:00Z');
    const at = (date: Date) => validatePath(sign.certificate, { anchors, intermediates, at: date });
    expect((await at(after)).valid).toBe(true);
    expect((await at(new Date(after.getTime() + 999))).valid).toBe(true);
    expect((await at(new Date(after.getTime() + 1000))).issues.map(({ code }) => code)).toEqual([
      'PATH_EXPIRED',
    ]);
  });

  it('builds the likeliest path without validating it', () => {
    const path = buildPath(gpki.authorities.xca.certificate, { anchors, intermediates });
    expect(path?.map(({ subject }) => subject.text)).toEqual([
      'C=TW, O=行政院, OU=(測試用) 組織及團體憑證管理中心',
      'C=TW, O=(測試用) Government Root Certification Authority',
    ]);
    expect(buildPath(gpki.authorities.xca.certificate, { anchors: [], intermediates })).toBeUndefined();
  });
});

describe('RFC 5280 §6: paths that hold', () => {
  it('accepts the chains of the refused cases without their defects', async () => {
    for (const made of [await chain({}), await longChain({})]) {
      const result = await validatePath(made.leaf, { ...made, at: AT });
      expect(result.issues).toEqual([]);
    }
  });

  it('follows a policy through a mapping and names it as the authority above does', async () => {
    const made = await chain({
      ca: { more: [certificatePolicies(POLICY), mappings(POLICY, OTHER_POLICY)] },
      leaf: { more: [certificatePolicies(OTHER_POLICY)] },
    });
    const options = { ...made, at: AT, requireExplicitPolicy: true, initialPolicies: [POLICY] };
    expect(await validatePath(made.leaf, options)).toMatchObject({ valid: true, policies: [POLICY] });
  });

  it('goes over a self-issued certificate when an authority changed its key', async () => {
    const top = await root(ROOT);
    const old = await authority(top, CA);
    const fresh = await authority(old, CA);
    const end = await leaf(fresh, HOLDER);
    const pool = [old.certificate, fresh.certificate];
    const result = await validatePath(end.certificate, {
      anchors: [top.certificate],
      intermediates: pool,
      at: AT,
    });
    expect(result.issues).toEqual([]);
    expect(result.chain).toHaveLength(4);
  });

  it('accepts a trusted certificate itself and says so', async () => {
    const top = await root(ROOT);
    const result = await validatePath(top.certificate, { anchors: [top.certificate], at: AT });
    expect(result).toMatchObject({ valid: true, chain: [parseCertificate(top.certificate)] });
    expect(result.issues.map(({ code }) => code)).toEqual(['PATH_LEAF_IS_ANCHOR']);
  });

  it('lets SHA-1, short keys and breaches of the profile pass only when asked to', async () => {
    const made = await chain({ leaf: { serial: Uint8Array.of(0) } });
    const result = await validatePath(made.leaf, { ...made, at: AT, lenientProfile: true });
    expect(result.valid).toBe(true);
    expect(result.issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning PATH_PROFILE',
    ]);
  });

  it('gives up in time among hundreds of authorities of one name', async () => {
    const top = await root(ROOT);
    const many = await Promise.all(Array.from({ length: 60 }, () => root(CA)));
    const cross = await Promise.all(
      many.map((entity, index) => authority(many[(index + 1) % 60] ?? entity, CA, { key: entity.key })),
    );
    const end = await leaf(many[0] ?? top, HOLDER);
    const intermediates = [...many, ...cross].map(({ certificate }) => certificate);
    const before = process.cpuUsage();
    const result = await validatePath(end.certificate, { anchors: [top.certificate], intermediates, at: AT });
    expect(result.valid).toBe(false);
    // Processor time, which other programs on the machine do not change.
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });
});
