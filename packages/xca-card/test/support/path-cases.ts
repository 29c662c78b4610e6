import { describe, expect, it } from 'vitest';
import { OID } from '../../src/certificate/oids.ts';
import type { PathIssueCode } from '../../src/certificate/path-issues.ts';
import { type PathOptions, validatePath } from '../../src/certificate/validate-path.ts';
import { fromHex } from '../../src/der/bytes.ts';
import {
  explicit,
  implicitPrimitive,
  octetString,
  oid,
  sequence,
  smallInteger,
} from '../../src/der/write.ts';
import type { ExtensionSpec } from '../../src/drivers/soft/gpki/authority.ts';
import { type NamePart, nameDer } from '../../src/drivers/soft/gpki/subject.ts';
import { AT, authority, leaf, root } from './forge.ts';

export const ROOT: readonly NamePart[] = [
  ['C', 'TW'],
  ['O', 'Test Root'],
];
export const CA: readonly NamePart[] = [
  ['C', 'TW'],
  ['O', '行政院'],
  ['OU', 'Test CA'],
];
export const CA2: readonly NamePart[] = [
  ['C', 'TW'],
  ['O', '行政院'],
  ['OU', 'Test CA 2'],
];
export const OFFICE: readonly NamePart[] = [
  ['C', 'TW'],
  ['L', '高雄市'],
  ['O', '測試服務處'],
];

export const DAY = 86_400_000;
export const yesterday = new Date(AT.getTime() - DAY);
export const tomorrow = new Date(AT.getTime() + DAY);

/** A chain to be refused, and the issue that says why. */
export interface Case {
  readonly name: string;
  readonly code: PathIssueCode;
  readonly make: () => Promise<{
    readonly leaf: Uint8Array;
    readonly anchors: readonly Uint8Array[];
    readonly intermediates?: readonly Uint8Array[];
    readonly options?: Partial<PathOptions>;
  }>;
}

/** Root, one authority, end entity, each changed as wanted. */
export async function chain(
  specs: {
    readonly root?: Parameters<typeof root>[1];
    readonly ca?: Parameters<typeof authority>[2];
    readonly leaf?: Parameters<typeof leaf>[2];
  },
  options?: Partial<PathOptions>,
) {
  const top = await root(ROOT, specs.root);
  const middle = await authority(top, CA, specs.ca);
  const end = await leaf(middle, OFFICE, specs.leaf);
  return {
    leaf: end.certificate,
    anchors: [top.certificate],
    intermediates: [middle.certificate],
    ...(options && { options }),
  };
}

/** Root, two authorities, end entity. */
export async function longChain(
  specs: {
    readonly root?: Parameters<typeof root>[1];
    readonly ca?: Parameters<typeof authority>[2];
    readonly ca2?: Parameters<typeof authority>[2];
    readonly leaf?: Parameters<typeof leaf>[2];
  },
  options?: Partial<PathOptions>,
) {
  const top = await root(ROOT, specs.root);
  const first = await authority(top, CA, specs.ca);
  const second = await authority(first, CA2, specs.ca2);
  const end = await leaf(second, OFFICE, specs.leaf);
  return {
    leaf: end.certificate,
    anchors: [top.certificate],
    intermediates: [first.certificate, second.certificate],
    ...(options && { options }),
  };
}

export const unknown: ExtensionSpec = {
  oid: '1.2.3.4.5',
  critical: true,
  value: octetString(Uint8Array.of(1)),
};
export const text = (value: string) => new TextEncoder().encode(value);
export const dns = (value: string) => implicitPrimitive(2, text(value));
export const email = (value: string) => implicitPrimitive(1, text(value));
export const uri = (value: string) => implicitPrimitive(6, text(value));
export const ip = (hex: string) => implicitPrimitive(7, fromHex(hex));
export const directory = (name: readonly NamePart[]) => explicit(4, nameDer(name));
export const altNames = (...names: readonly Uint8Array[]): ExtensionSpec => ({
  oid: OID.subjectAltName,
  value: sequence(...names),
});
export const constraints = (
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[],
): ExtensionSpec => ({
  oid: OID.nameConstraints,
  critical: true,
  value: sequence(
    ...(permitted.length > 0 ? [explicit(0, ...permitted.map((base) => sequence(base)))] : []),
    ...(excluded.length > 0 ? [explicit(1, ...excluded.map((base) => sequence(base)))] : []),
  ),
});
export const policyConstraints = (explicitPolicy?: number, mapping?: number): ExtensionSpec => ({
  oid: OID.policyConstraints,
  critical: true,
  value: sequence(
    ...(explicitPolicy === undefined ? [] : [implicitPrimitive(0, Uint8Array.of(explicitPolicy))]),
    ...(mapping === undefined ? [] : [implicitPrimitive(1, Uint8Array.of(mapping))]),
  ),
});
export const mappings = (issuer: string, subject: string): ExtensionSpec => ({
  oid: OID.policyMappings,
  critical: true,
  value: sequence(sequence(oid(issuer), oid(subject))),
});
export const inhibitAny: ExtensionSpec = {
  oid: OID.inhibitAnyPolicy,
  critical: true,
  value: smallInteger(0),
};
export const POLICY = '2.16.886.101.0.3.3';
export const OTHER_POLICY = '2.16.886.101.0.3.1';
export const ANY = OID.anyPolicy;
export const flip = (position: number) => (tbs: Uint8Array) => {
  const copy = tbs.slice();
  copy[copy.length - position] = (copy[copy.length - position] ?? 0) ^ 1;
  return copy;
};

/** Registers a test for each chain: it must be refused, with the issue that says why. */
export function refuses(clause: string, cases: readonly Case[]): void {
  describe(`RFC 5280 ${clause}`, () => {
    for (const { name, code, make } of cases) {
      it(`refuses ${name}`, async () => {
        const { leaf: end, anchors, intermediates = [], options = {} } = await make();
        const result = await validatePath(end, { anchors, intermediates, at: AT, ...options });
        expect(result.valid).toBe(false);
        const errors = result.issues.filter(({ severity }) => severity === 'error');
        expect(errors.map((issue) => issue.code)).toContain(code);
      });
    }
  });
}
