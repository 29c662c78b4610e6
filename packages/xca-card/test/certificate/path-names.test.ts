import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { isSelfIssued, nameBelow, readName, sameName } from '../../src/certificate/name.ts';
import { OID } from '../../src/certificate/oids.ts';
import { validatePath } from '../../src/certificate/validate-path.ts';
import { readWhole } from '../../src/der/element.ts';
import { TAG } from '../../src/der/tags.ts';
import {
  implicitPrimitive,
  oid,
  sequence,
  setOf,
  smallInteger,
  textValue,
  tlv,
} from '../../src/der/write.ts';
import { basicConstraints } from '../../src/drivers/soft/gpki/extension-specs.ts';
import { AT, authority, leaf, root } from '../support/forge.ts';
import {
  altNames,
  CA,
  chain,
  constraints,
  dns,
  email,
  ip,
  longChain,
  OFFICE,
  ROOT,
  refuses,
  unknown,
  uri,
} from '../support/path-cases.ts';

type Attribute = readonly [oid: string, tag: number, value: string];
const name = (...rdns: readonly (readonly Attribute[])[]) =>
  readName(
    readWhole(
      sequence(
        ...rdns.map((rdn) =>
          setOf(...rdn.map(([type, tag, value]) => sequence(oid(type), textValue(tag, value)))),
        ),
      ),
    ),
  );
const CN = '2.5.4.3';
const O = '2.5.4.10';

describe('RFC 5280 §7.1: comparison of names', () => {
  it('minds neither string type nor case nor surrounding and repeated spaces', () => {
    const left = name([[O, TAG.printableString, 'Test  Agency ']], [[CN, TAG.utf8String, 'ＣＡ']]);
    const right = name([[O, TAG.utf8String, 'test agency']], [[CN, TAG.bmpString, '\0c\0a']]);
    expect(sameName(left, right)).toBe(true);
  });

  it('minds the order of RDNs and not that of the attributes in one', () => {
    const [o, cn]: Attribute[] = [
      [O, TAG.utf8String, 'a'],
      [CN, TAG.utf8String, 'b'],
    ];
    if (!o || !cn) throw new Error('two attributes');
    expect(sameName(name([o], [cn]), name([cn], [o]))).toBe(false);
    expect(sameName(name([o, cn]), name([cn, o]))).toBe(true);
    expect(sameName(name([o, cn]), name([o], [cn]))).toBe(false);
    expect(sameName(name([o, cn]), name([o]))).toBe(false);
  });

  it('takes no attribute for two and no text for other octets', () => {
    const one = name([[CN, TAG.utf8String, `a\u0000${O}=b`]]);
    const two = name([
      [CN, TAG.utf8String, 'a'],
      [O, TAG.utf8String, 'b'],
    ]);
    expect(sameName(one, two)).toBe(false);
    const octets = name([[CN, TAG.octetString, 'x']]);
    const text = name([[CN, TAG.utf8String, octets.rdns[0]?.[0]?.value ?? '']]);
    expect(octets.rdns[0]?.[0]).toMatchObject({ value: '#040178', isText: false });
    expect(sameName(octets, text)).toBe(false);
  });

  it('puts an RDN below a name', () => {
    const base = name([[O, TAG.utf8String, 'a']]);
    const member = sequence(oid(CN), textValue(TAG.utf8String, 'b'));
    expect(nameBelow(base, member).text).toBe('O=a, CN=b');
  });

  it('knows a self-issued certificate by it, which path lengths do not count', async () => {
    const top = await root(ROOT, { more: [basicConstraints(true, 1)] });
    const first = await authority(top, CA, { more: [basicConstraints(true, 0)] });
    const renamed = CA.map(([type, value]) => [type, value === 'Test CA' ? 'TEST  CA' : value] as const);
    const next = await authority(first, renamed, { more: [basicConstraints(true, 0)] });
    const end = await leaf(next, OFFICE);
    expect(isSelfIssued(parseCertificate(next.certificate))).toBe(true);
    const intermediates = [first.certificate, next.certificate];
    const result = await validatePath(end.certificate, { anchors: [top.certificate], intermediates, at: AT });
    expect(result.issues).toEqual([]);
  });
});

describe('basic constraints of an authority that are not critical', () => {
  it('are obeyed, with a warning', async () => {
    const made = await chain({ ca: { more: [basicConstraints(true, undefined, false)] } });
    const { valid, issues } = await validatePath(made.leaf, { ...made, at: AT });
    expect(valid).toBe(true);
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning PATH_PROFILE']);
    const limited = await longChain({ ca: { more: [basicConstraints(true, 0, false)] } });
    expect((await validatePath(limited.leaf, { ...limited, at: AT })).valid).toBe(false);
  });
});

describe('anchors', () => {
  it('may have basic constraints that are not critical, as the first root of GPKI does', async () => {
    const made = await chain({ root: { more: [basicConstraints(true, undefined, false)] } });
    expect((await validatePath(made.leaf, { ...made, at: AT })).issues).toEqual([]);
  });

  it('may have the serial number zero', async () => {
    const made = await chain({ root: { serial: Uint8Array.of(0) } });
    expect((await validatePath(made.leaf, { ...made, at: AT })).issues).toEqual([]);
  });

  it('may be of version 1', async () => {
    const made = await chain({ root: { version: 1, extensions: [] } });
    expect((await validatePath(made.leaf, { ...made, at: AT })).issues).toEqual([]);
  });
});

describe('parseCertificate', () => {
  it('refuses key usage bits beyond the string, and unique identifiers of version 1', async () => {
    const stray = { oid: OID.keyUsage, critical: true, value: tlv(TAG.bitString, Uint8Array.of(7, 0x81)) };
    const { leaf: der } = await chain({ leaf: { more: [stray] } });
    expect(() => parseCertificate(der)).toThrow(expect.objectContaining({ code: 'CERTIFICATE_MALFORMED' }));
  });

  it('refuses a list of policy mappings without any', async () => {
    const empty = { oid: OID.policyMappings, critical: true, value: sequence() };
    const { intermediates } = await chain({ ca: { more: [empty] } });
    expect(() => parseCertificate(intermediates[0] ?? '')).toThrow(
      expect.objectContaining({ code: 'CERTIFICATE_MALFORMED' }),
    );
  });
});

refuses('anchors, length', [
  {
    name: 'an anchor with an unknown critical extension',
    code: 'PATH_CRITICAL_UNKNOWN',
    make: () => chain({ root: { more: [unknown] } }),
  },
  {
    name: 'an anchor without subject key identifier',
    code: 'PATH_PROFILE',
    make: () => chain({ root: { more: [{ oid: OID.subjectKeyIdentifier, value: undefined }] } }),
  },
  {
    name: 'more authorities than the caller allows',
    code: 'PATH_TOO_COMPLEX',
    make: () => longChain({}, { maxAuthorities: 1 }),
  },
  {
    name: 'an authority key identifier with a serial number and no issuer',
    code: 'PATH_PROFILE',
    make: () =>
      chain({
        leaf: {
          more: [
            {
              oid: OID.authorityKeyIdentifier,
              value: sequence(
                implicitPrimitive(0, new Uint8Array(20)),
                tlv(0x82, smallInteger(5).subarray(2)),
              ),
            },
          ],
        },
      }),
  },
]);

const excluded = (base: Uint8Array) => ({ more: [constraints([], [base])] });

refuses('§4.2.1.6, §4.2.1.10: forms of names', [
  ...(
    [
      ['a host with a blank', dns('hello world.gov.tw')],
      ['an empty host', dns('')],
      ['a host with a dot at its end', dns('gov.tw.')],
      ['a wildcard inside a label', dns('w*.gov.tw')],
      ['an address of five octets', ip('0102030405')],
      ['an e-mail address without host', email('someone')],
      ['a relative URI', uri('path/only')],
    ] as const
  ).map(([title, value]) => ({
    name: title,
    code: 'PATH_PROFILE' as const,
    make: () => chain({ leaf: { more: [altNames(value)] } }),
  })),
  ...(
    [
      ['a constraint on hosts with a dot before them', dns('.gov.tw')],
      ['a constraint on hosts with a wildcard', dns('*.gov.tw')],
      ['a constraint with a mask that has gaps', ip('0a00000000ff00ff')],
      ['a constraint with an address and no mask', ip('0a000000')],
    ] as const
  ).map(([title, base]) => ({
    name: title,
    code: 'PATH_PROFILE' as const,
    make: () => chain({ ca: excluded(base) }),
  })),
  ...(
    [
      ['an excluded host hidden by a dot at its end', dns('gov.tw'), dns('evil.gov.tw.')],
      ['an excluded host hidden by an escape', uri('evil.gov.tw'), uri('https://evil%2egov.tw/')],
      [
        'an excluded host hidden by a dot at the end of a URI',
        uri('evil.gov.tw'),
        uri('https://evil.gov.tw./'),
      ],
      ['an excluded e-mail host hidden by a dot at its end', email('gov.tw'), email('a@gov.tw.')],
      ['an e-mail address where all are excluded', email(''), email('a@gov.tw')],
      ['a URI where all are excluded', uri(''), uri('https://gov.tw/')],
    ] as const
  ).map(([title, base, value]) => ({
    name: title,
    code: 'PATH_NAME_CONSTRAINT' as const,
    make: () => chain({ ca: excluded(base), leaf: { more: [altNames(value)] } }),
  })),
]);
