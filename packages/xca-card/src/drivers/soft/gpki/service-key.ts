import { OID } from '../../../certificate/oids.ts';
import { buildCertificate } from './authority.ts';
import { basicConstraints, extendedKeyUsage, keyUsage } from './extension-specs.ts';
import { createRsaKeyPair, type RsaKeyPair } from './keys.ts';
import type { CertifiedKey } from './organisation.ts';
import { type AuthorityId, issuedExtensions, issuerOf, keyBits, type TestGpki } from './test-gpki.ts';

/** What a key of an authority's service is for. */
export type ServiceUse = 'ocsp' | 'time-stamp';

const SERVICES = {
  ocsp: { name: '(測試用) OCSP 服務', purpose: OID.ocspSigning },
  'time-stamp': { name: '(測試用) 時戳服務', purpose: OID.timeStamping },
} as const satisfies Record<ServiceUse, { readonly name: string; readonly purpose: string }>;

export interface ServiceKeyOptions {
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly createKeys?: (modulusBits: number) => Promise<RsaKeyPair>;
}

/** Certifies a key for a service of an authority: OCSP answers or time stamps, and nothing else. */
export async function issueServiceKey(
  gpki: TestGpki,
  authority: AuthorityId,
  use: ServiceUse,
  options: ServiceKeyOptions = {},
): Promise<CertifiedKey> {
  const { notBefore = new Date(), createKeys = createRsaKeyPair } = options;
  const keys = await createKeys(2048);
  const issuer = issuerOf(gpki, authority);
  const { name, purpose } = SERVICES[use];
  const certificate = await buildCertificate(
    {
      subject: [
        ['C', 'TW'],
        ['O', '行政院'],
        ['CN', name],
      ],
      spki: keys.spki,
      notBefore,
      notAfter: options.notAfter ?? new Date(notBefore.getTime() + 1000 * 86_400_000),
      extensions: [
        keyUsage('digitalSignature'),
        basicConstraints(false, undefined, false),
        extendedKeyUsage(true, purpose),
        ...(await issuedExtensions(authority, keyBits(issuer.keys.spki), keyBits(keys.spki), gpki.baseUrl)),
      ],
    },
    issuer,
  );
  return { certificate, keys };
}
