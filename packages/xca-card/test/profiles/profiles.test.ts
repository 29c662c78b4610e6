import { beforeAll, describe, expect, it } from 'vitest';
import {
  builtInProfiles,
  capabilityPages,
  defineProfile,
  genericProfile,
  hicosProfile,
  idText,
  isVirtualReader,
  profileOf,
  readCertificateTraits,
  selectCertificates,
} from '../../src/profiles/index.ts';
import { type TestCardFiles, testCardFiles } from '../support/test-keys.ts';

let files: TestCardFiles;
beforeAll(() => {
  files = testCardFiles();
});

const object = (label: string, id: string, der: Uint8Array) => ({
  label,
  id: new TextEncoder().encode(id),
  der,
});

describe('profile of a token', () => {
  const token = { label: '', manufacturer: '', model: '', library: '' };
  it.each([
    [{ ...token, manufacturer: 'Chunghwa TeleCom Co., Ltd.' }, 'hicos'],
    [{ ...token, library: 'CHT PKCS#11' }, 'hicos-library'],
    [{ ...token, manufacturer: 'piv_II' }, 'piv-opensc'],
    [{ ...token, manufacturer: 'SoftHSM project' }, 'softhsm2'],
    [{ ...token, manufacturer: 'Somebody' }, 'generic'],
  ])('%j is %s', (text, name) => {
    expect(profileOf(text, builtInProfiles)?.name).toBe(name);
  });

  it('reads vendor codes as a wrong PIN only for HiCOS', () => {
    for (const { name, pin } of builtInProfiles) {
      expect(Object.keys(pin.vendorErrors).length > 0, name).toBe(name.startsWith('hicos'));
    }
  });

  it('is checked when it is defined', () => {
    expect(() => defineProfile({ ...hicosProfile, pin: { ...hicosProfile.pin, min: 9 } })).toThrow(TypeError);
    const keys = { ...hicosProfile.keys, sign: { ids: ['SIGN'], labels: [] } };
    expect(() => defineProfile({ ...hicosProfile, keys })).toThrow(TypeError);
  });
});

describe('selection of cert1 and cert2', () => {
  const uses = (found: ReturnType<typeof object>[], profile = hicosProfile) =>
    selectCertificates(found, profile).certificates.map(({ use, label }) => `${use} ${label}`);

  it('goes by CKA_ID before anything else', () => {
    const found = [
      object('x', 'KEYX', files.exchange.certificate),
      object('y', 'SIGN', files.sign.certificate),
    ];
    expect(uses(found)).toEqual(['sign y', 'exchange x']);
  });

  it('goes by label when the ids are unknown, then by key usage', () => {
    const found = [
      object('cert2', 'b', files.exchange.certificate),
      object('cert1', 'a', files.sign.certificate),
    ];
    expect(uses(found)).toEqual(['sign cert1', 'exchange cert2']);
    const bare = [object('', '1', files.exchange.certificate), object('', '2', files.sign.certificate)];
    expect(selectCertificates(bare, genericProfile).keyIds).toEqual({ sign: '32', exchange: '31' });
  });

  it('never takes a third-generation authority, though it has digitalSignature and comes first', () => {
    const found = [
      object('CA Cert', 'CACert', files.authority.certificate),
      object('ROOT CA Cert', 'ROOTCACert', files.root.certificate),
      object('', 's', files.sign.certificate),
    ];
    expect(readCertificateTraits(files.authority.certificate)).toMatchObject({
      ca: true,
      signs: true,
      selfIssued: false,
    });
    expect(uses(found, genericProfile)).toEqual(['sign ', 'ca CA Cert', 'root ROOT CA Cert']);
  });

  it('takes no authority even under the id of cert1', () => {
    expect(uses([object('cert1', 'SIGN', files.authority.certificate)])).toEqual(['ca cert1']);
  });

  it('leaves out what is no certificate', () => {
    expect(uses([object('cert1', 'SIGN', new Uint8Array([0x30, 0x03, 1, 2, 3]))])).toEqual([]);
    for (let length = 0; length < 200; length += 1) {
      expect(() => readCertificateTraits(files.sign.certificate.subarray(0, length))).not.toThrow();
    }
  });
});

it('shows a CKA_ID as text or as hex', () => {
  expect(idText(new TextEncoder().encode('SIGN'))).toBe('SIGN');
  expect(idText(Uint8Array.of(2))).toBe('02');
  expect(idText(Uint8Array.of(0x31))).toBe('31');
});

it.each([
  ['Windows Hello for Business 1', true],
  ['Microsoft Virtual Smart Card 0', true],
  ['Generic Smart Card Reader Interface 0', false],
  ['Virtual PCD 00 00', false],
])('%s is virtual: %s', (name, expected) => {
  expect(isVirtualReader(name)).toBe(expected);
});

it('has a capability page for every kind of card, and claims to have seen no HiCOS card', () => {
  const named = builtInProfiles.map(({ name }) => name);
  for (const { profile, capabilities } of capabilityPages) {
    expect(named).toContain(profile);
    expect(capabilities.length).toBeGreaterThan(0);
    if (profile === 'hicos') expect(capabilities.map(({ certainty }) => certainty)).not.toContain('seen');
  }
});
