import type { Issue } from '@kcc/validators';
import { cmsIssue } from './cms-issues.ts';
import type { SignedData } from './signed-data.ts';

/** A message whose version is not the one that its parts ask for, RFC 5652 §5.1. */
export function versionIssues(data: SignedData): Issue[] {
  if (data.version === data.expectedVersion) return [];
  const rule = { zh: 'SignedData 版本不符（§5.1）', en: 'a wrong version of SignedData (§5.1)' };
  return [cmsIssue('CMS_STRUCTURE', 0, { rule })];
}
