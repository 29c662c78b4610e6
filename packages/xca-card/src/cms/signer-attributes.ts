import type { Issue } from '@kcc/validators';
import { readAlgorithm } from '../certificate/algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { sameWords } from '../certificate/phrase.ts';
import { equalBytes } from '../der/bytes.ts';
import { Cursor } from '../der/cursor.ts';
import { DerError } from '../der/element.ts';
import { contextTag } from '../der/tags.ts';
import { timeOf } from '../der/time.ts';
import { octetsOf, oidOf } from '../der/values.ts';
import { sequence } from '../der/write.ts';
import { type Attributes, singleValue } from './attributes.ts';
import { cmsIssue } from './cms-issues.ts';
import { CMS_OID } from './oids.ts';
import type { SignerInfo } from './signed-data.ts';
import { checkSigningCertificate } from './signing-certificate.ts';

/** What the signed attributes say, checked against the content and the signer. */
export interface AttributeFindings {
  readonly issues: readonly Issue[];
  readonly signingTime?: Date;
}

/** Checks signed attributes, RFC 5652 §5.3, §5.6 and §11. */
export async function checkSignedAttributes(
  info: SignerInfo & { readonly signedAttributes: Attributes },
  facts: {
    readonly contentType: string;
    readonly digest: Uint8Array | undefined;
    readonly signer: Certificate;
  },
  index: number,
): Promise<AttributeFindings> {
  const attributes = info.signedAttributes;
  try {
    const contentType = singleValue(attributes, CMS_OID.contentType);
    const messageDigest = singleValue(attributes, CMS_OID.messageDigest);
    const timeValue = singleValue(attributes, CMS_OID.signingTime);
    if (!contentType || !messageDigest) {
      return {
        issues: [
          cmsIssue('CMS_STRUCTURE', index, {
            rule: {
              zh: '缺 contentType 或 messageDigest 屬性（§5.3）',
              en: 'contentType or messageDigest is missing (§5.3)',
            },
          }),
        ],
      };
    }
    const issues: Issue[] = [];
    if (oidOf(contentType) !== facts.contentType) {
      issues.push(
        cmsIssue('CMS_STRUCTURE', index, {
          rule: {
            zh: 'contentType 屬性與內容型態不符（§11.1）',
            en: 'another contentType than the content has (§11.1)',
          },
        }),
      );
    }
    if (facts.digest && !equalBytes(octetsOf(messageDigest), facts.digest)) {
      issues.push(cmsIssue('CMS_DIGEST_MISMATCH', index));
    }
    if (!algorithmsAreProtected(info)) issues.push(cmsIssue('CMS_ALGORITHM_PROTECTION', index));
    const binding = await checkSigningCertificate(attributes, facts.signer);
    if (binding === 'absent') issues.push(cmsIssue('CMS_NO_SIGNING_CERTIFICATE', index));
    if (binding === 'differs') issues.push(cmsIssue('CMS_SIGNING_CERTIFICATE_DIFFERS', index));
    return { issues, ...(timeValue && { signingTime: timeOf(timeValue) }) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return { issues: [cmsIssue('CMS_STRUCTURE', index, { rule: sameWords(error.message) })] };
  }
}

/** CMSAlgorithmProtection of RFC 6211, where present: the algorithms are those that were signed. */
function algorithmsAreProtected(info: SignerInfo & { readonly signedAttributes: Attributes }): boolean {
  const value = singleValue(info.signedAttributes, CMS_OID.algorithmProtection);
  if (!value) return true;
  const cursor = Cursor.of(value);
  const digest = readAlgorithm(cursor.next());
  const signature = cursor.next(contextTag(1));
  cursor.done();
  const content = signature.buffer.subarray(signature.contentStart, signature.end);
  return (
    equalBytes(digest.der, info.digestAlgorithm.der) &&
    equalBytes(sequence(content), info.signatureAlgorithm.der)
  );
}
