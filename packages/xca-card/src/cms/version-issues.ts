import type { Issue } from '@kcc/validators';
import { cmsIssue } from './cms-issues.ts';
import { CMS_OID } from './oids.ts';
import type { SignedData } from './signed-data.ts';

/** RFC 5652 §5.1; old PKCS#7 writers put 1 everywhere, so that is let through. */
export function versionIssues(data: SignedData): Issue[] {
  const usesKeyId = data.signers.some(({ signer }) => signer.kind === 'key-id');
  const expected = usesKeyId || data.contentType !== CMS_OID.data ? 3 : 1;
  const allowed =
    data.version === expected ||
    (expected === 3 && data.version === 1) ||
    data.version === 4 ||
    data.version === 5;
  return allowed
    ? []
    : [
        cmsIssue('CMS_STRUCTURE', 0, {
          rule: { zh: 'SignedData 版本不符（§5.1）', en: 'a wrong version of SignedData (§5.1)' },
        }),
      ];
}
