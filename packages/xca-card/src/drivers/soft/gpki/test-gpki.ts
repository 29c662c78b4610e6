import { GPKI } from '../../../certificate/gpki.ts';
import { readPublicKey } from '../../../certificate/public-key.ts';
import { readWhole } from '../../../der/element.ts';
import {
  buildCertificate,
  type CertificateIssuer,
  type ExtensionSpec,
  keyIdentifier,
  type TestAuthority,
} from './authority.ts';
import {
  authorityInfoAccess,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicies,
  crlDistributionPoints,
  keyUsage,
  subjectKeyIdentifier,
} from './extension-specs.ts';
import { createRsaKeyPair, type RsaKeyPair } from './keys.ts';
import type { NamePart } from './subject.ts';

/** The authorities of the test GPKI. */
export type AuthorityId = 'root-g1' | 'root-g2' | 'root-g3' | 'xca' | 'gca' | 'xca-g3' | 'moica';

/** A GPKI for tests and the simulated card: same traps as the real one, nothing of its trust. */
export interface TestGpki {
  readonly authorities: Readonly<Record<AuthorityId, TestAuthority>>;
  /** DER of the three roots; the first two have the same name. */
  readonly anchors: readonly Uint8Array[];
  /** DER of the issuing authorities. */
  readonly intermediates: readonly Uint8Array[];
  /** Base of the addresses in the certificates. */
  readonly baseUrl: string;
}

export interface TestGpkiOptions {
  /** Instant from which the validity of the authorities is counted. Default: now. */
  readonly now?: Date;
  /** Length of every RSA modulus. Default 2048, the length of real cards. */
  readonly modulusBits?: number;
  /** Base of the CRL and OCSP addresses in the certificates. Default `http://gpki.invalid`. */
  readonly baseUrl?: string;
  /** Source of key pairs. Default: new ones. */
  readonly createKeys?: (modulusBits: number) => Promise<RsaKeyPair>;
}

const OLD_ROOT: readonly NamePart[] = [
  ['C', 'TW'],
  ['O', '(測試用) Government Root Certification Authority'],
];
const G3_ROOT: readonly NamePart[] = [
  ['C', 'TW'],
  ['O', '行政院'],
  ['CN', '(測試用) Government Root Certification Authority - G3'],
];
const unit = (name: string): readonly NamePart[] => [
  ['C', 'TW'],
  ['O', '行政院'],
  ['OU', `(測試用) ${name}`],
];

/** Names of the authorities; `xca` and `xca-g3` have the same one, as MOICA's generations do. */
export const AUTHORITY_NAMES: Readonly<Record<AuthorityId, readonly NamePart[]>> = {
  'root-g1': OLD_ROOT,
  'root-g2': OLD_ROOT,
  'root-g3': G3_ROOT,
  xca: unit('組織及團體憑證管理中心'),
  gca: unit('政府憑證管理中心'),
  'xca-g3': unit('組織及團體憑證管理中心'),
  moica: unit('內政部憑證管理中心'),
};

export const PARENTS: Readonly<Record<AuthorityId, AuthorityId>> = {
  'root-g1': 'root-g1',
  'root-g2': 'root-g2',
  'root-g3': 'root-g3',
  xca: 'root-g2',
  gca: 'root-g2',
  'xca-g3': 'root-g3',
  moica: 'root-g2',
};

export const ROOTS = ['root-g1', 'root-g2', 'root-g3'] as const satisfies readonly AuthorityId[];
export const ISSUERS = ['xca', 'gca', 'xca-g3', 'moica'] as const satisfies readonly AuthorityId[];
const DAY = 86_400_000;

/**
 * Makes a test GPKI in memory: two roots with one name, a third-generation root, XCA and GCA under the second root, an
 * XCA of the third generation whose certificate carries digitalSignature, and a MOICA for wrong cards.
 */
export async function createTestGpki(options: TestGpkiOptions = {}): Promise<TestGpki> {
  const { now = new Date(), modulusBits = 2048, baseUrl = 'http://gpki.invalid' } = options;
  const createKeys = options.createKeys ?? createRsaKeyPair;
  const ids = [...ROOTS, ...ISSUERS];
  const pairs = await Promise.all(ids.map(async (id) => [id, await createKeys(modulusBits)] as const));
  // Every id of the union is in `ids`.
  const keys = Object.fromEntries(pairs) as Record<AuthorityId, RsaKeyPair>;
  const certified = await Promise.all(
    ids.map(async (id) => {
      const certificate = await certifyAuthority(id, keys, { now, baseUrl });
      return [id, { id, certificate, keys: keys[id] }] as const;
    }),
  );
  const authorities = Object.fromEntries(certified) as Record<AuthorityId, TestAuthority>;
  return gpkiOf(authorities, baseUrl);
}

/** The GPKI value of a set of authorities. */
export function gpkiOf(authorities: Readonly<Record<AuthorityId, TestAuthority>>, baseUrl: string): TestGpki {
  return {
    authorities,
    anchors: ROOTS.map((id) => authorities[id].certificate),
    intermediates: ISSUERS.map((id) => authorities[id].certificate),
    baseUrl,
  };
}

/** Name and key of an authority, for signing with it. */
export function issuerOf(gpki: TestGpki, id: AuthorityId): CertificateIssuer {
  return { subject: AUTHORITY_NAMES[id], keys: gpki.authorities[id].keys };
}

/** Key identifier, policy and address extensions of what an authority issues. */
export async function issuedExtensions(
  authorityId: AuthorityId,
  authorityBits: Uint8Array,
  subjectBits: Uint8Array,
  baseUrl: string,
): Promise<ExtensionSpec[]> {
  const base = `${baseUrl}/${authorityId}`;
  return [
    authorityKeyIdentifier(await keyIdentifier(authorityBits)),
    subjectKeyIdentifier(await keyIdentifier(subjectBits)),
    certificatePolicies(`${GPKI.assurancePolicies}.0`),
    authorityInfoAccess(`${base}/ocsp`, `${base}/IssuedToThisCA.p7b`),
    crlDistributionPoints([`${base}/CRL_0001.crl`, `${base}/complete.crl`]),
  ];
}

async function certifyAuthority(
  id: AuthorityId,
  keys: Readonly<Record<AuthorityId, RsaKeyPair>>,
  { now, baseUrl }: { readonly now: Date; readonly baseUrl: string },
): Promise<Uint8Array> {
  const parent = PARENTS[id];
  const isRoot = parent === id;
  const spki = keys[id].spki;
  const bits = keyBits(spki);
  const thirdGeneration = id === 'xca-g3';
  const usages = thirdGeneration
    ? keyUsage('digitalSignature', 'keyCertSign', 'cRLSign')
    : keyUsage('keyCertSign', 'cRLSign');
  const extensions = isRoot
    ? [
        basicConstraints(true),
        keyUsage('keyCertSign', 'cRLSign'),
        subjectKeyIdentifier(await keyIdentifier(bits)),
      ]
    : [
        basicConstraints(true, 0),
        usages,
        ...(await issuedExtensions(parent, keyBits(keys[parent].spki), bits, baseUrl)),
      ];
  return buildCertificate(
    {
      subject: AUTHORITY_NAMES[id],
      spki,
      notBefore: new Date(now.getTime() - (isRoot ? 3650 : 1825) * DAY),
      notAfter: new Date(now.getTime() + (isRoot ? 7300 : 5475) * DAY),
      extensions,
    },
    { subject: AUTHORITY_NAMES[parent], keys: keys[parent] },
  );
}

/** Content of the BIT STRING of a SubjectPublicKeyInfo. */
export function keyBits(spki: Uint8Array): Uint8Array {
  return readPublicKey(readWhole(spki)).bits;
}
