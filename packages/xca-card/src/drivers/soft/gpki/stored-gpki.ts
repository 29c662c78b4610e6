import { fromBase64, toBase64 } from '../../../der/bytes.ts';
import type { TestAuthority } from './authority.ts';
import { AUTHORITY_NAMES, type AuthorityId, gpkiOf, type TestGpki } from './test-gpki.ts';

interface StoredAuthority {
  readonly certificate: string;
  readonly pkcs8: string;
  readonly spki: string;
}

/** A test GPKI as plain data; the keys are those of a test authority and not protected. */
export interface StoredGpki {
  readonly format: 'kcc-test-gpki-1';
  readonly baseUrl: string;
  readonly authorities: Readonly<Record<AuthorityId, StoredAuthority>>;
}

export function writeGpki(gpki: TestGpki): StoredGpki {
  const authorities = Object.values(gpki.authorities).map(({ id, certificate, keys }) => {
    const stored = {
      certificate: toBase64(certificate),
      pkcs8: toBase64(keys.pkcs8),
      spki: toBase64(keys.spki),
    };
    return [id, stored] as const;
  });
  return {
    format: 'kcc-test-gpki-1',
    baseUrl: gpki.baseUrl,
    // The ids of a TestGpki are all of the union.
    authorities: Object.fromEntries(authorities) as Record<AuthorityId, StoredAuthority>,
  };
}

/** @throws TypeError when the data is not a stored test GPKI */
export function readGpki(stored: StoredGpki): TestGpki {
  if (stored.format !== 'kcc-test-gpki-1') throw new TypeError('stored is not a test GPKI');
  const authorities = Object.keys(AUTHORITY_NAMES).map((id) => {
    // Object.keys forgets the key type of the table above.
    const entry = stored.authorities[id as AuthorityId];
    const keys = { pkcs8: fromBase64(entry.pkcs8), spki: fromBase64(entry.spki) };
    return [id, { id, certificate: fromBase64(entry.certificate), keys }] as const;
  });
  return gpkiOf(Object.fromEntries(authorities) as Record<AuthorityId, TestAuthority>, stored.baseUrl);
}
