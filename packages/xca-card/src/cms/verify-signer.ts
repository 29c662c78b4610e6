import type { Issue } from '@kcc/validators';
import type { Algorithm } from '../certificate/algorithm.ts';
import type { Certificate } from '../certificate/certificate.ts';
import { OID } from '../certificate/oids.ts';
import {
  type DigestName,
  digestOf,
  hasNoParameters,
  type SignatureScheme,
  schemeOf,
} from '../certificate/signature-algorithm.ts';
import { verifySignature } from '../certificate/verify-signature.ts';
import type { Attributes } from './attributes.ts';
import { cmsIssue } from './cms-issues.ts';
import { CMS_OID } from './oids.ts';
import { isReferenceTo } from './reference.ts';
import type { SignedData, SignerInfo } from './signed-data.ts';
import { checkSignedAttributes } from './signer-attributes.ts';

/** The signed content, in memory or as its digests. */
export interface ContentAccess {
  /** Digest of the content; undefined when there is no content. */
  digest(hash: DigestName): Promise<Uint8Array> | undefined;
  /** Verifies a signature made straight over the content, without signed attributes. */
  verifyDirect(
    signer: Certificate,
    scheme: SignatureScheme,
    signature: Uint8Array,
  ): Promise<boolean> | undefined;
  /** True when the content is itself a set of signed attributes, passed off as content. */
  readonly looksLikeAttributes: boolean;
}

/** Whether one signature is right, before anybody asks whether the signer is trusted. */
export interface SignatureFindings {
  readonly issues: readonly Issue[];
  readonly signer?: Certificate;
  /** The time the signer claims. */
  readonly signingTime?: Date;
}

/** Verifies the mathematics and structure of one SignerInfo, RFC 5652 §5.4 to §5.6. */
export async function verifySignerInfo(
  data: SignedData,
  info: SignerInfo,
  index: number,
  certificates: readonly Certificate[],
  content: ContentAccess,
): Promise<SignatureFindings> {
  const structure = structureIssues(data, info, index);
  const signer = certificates.find((certificate) => isReferenceTo(info.signer, certificate));
  if (!signer) return { issues: [...structure, cmsIssue('CMS_SIGNER_CERTIFICATE_MISSING', index)] };
  const hash = digestOf(info.digestAlgorithm);
  const scheme = hash && signatureScheme(info, hash);
  if (!hash || !scheme) {
    const algorithm = hash ? info.signatureAlgorithm.oid : info.digestAlgorithm.oid;
    return { signer, issues: [...structure, cmsIssue('CMS_ALGORITHM_UNSUPPORTED', index, { algorithm })] };
  }
  const issues = [...structure];
  if (hash === 'SHA-1') issues.push(cmsIssue('CMS_SHA1', index));
  const { signedAttributes } = info;
  if (!signedAttributes) {
    issues.push(...(await verifyWithout(data, info, index, signer, scheme, content)));
    return { signer, issues };
  }
  const digest = await content.digest(hash);
  if (!digest) issues.push(cmsIssue('CMS_CONTENT_MISSING', index));
  const facts = { contentType: data.contentType, digest, signer };
  const attributes = await checkSignedAttributes({ ...info, signedAttributes }, facts, index);
  issues.push(
    ...attributes.issues,
    ...(await verifyAttributes(info.signature, signedAttributes, signer, scheme, index)),
  );
  if (!attributes.signingTime) issues.push(cmsIssue('CMS_NO_SIGNING_TIME', index));
  return { signer, issues, ...(attributes.signingTime && { signingTime: attributes.signingTime }) };
}

async function verifyAttributes(
  signature: Uint8Array,
  attributes: Attributes,
  signer: Certificate,
  scheme: SignatureScheme,
  index: number,
): Promise<Issue[]> {
  const result = await verifySignature(signer.publicKey, scheme, signature, attributes.setDer);
  if (result === 'valid') return [];
  if (result === 'invalid') return [cmsIssue('CMS_SIGNATURE_WRONG', index, { subject: signer.subject.text })];
  return [cmsIssue('CMS_ALGORITHM_UNSUPPORTED', index, { algorithm: signer.publicKey.algorithm.oid })];
}

/** Without signed attributes the signature is over the content itself, RFC 5652 §5.4; only plain data may be signed so. */
async function verifyWithout(
  data: SignedData,
  info: SignerInfo,
  index: number,
  signer: Certificate,
  scheme: SignatureScheme,
  content: ContentAccess,
): Promise<Issue[]> {
  const issues: Issue[] = [cmsIssue('CMS_NO_SIGNED_ATTRIBUTES', index)];
  if (data.contentType !== CMS_OID.data || content.looksLikeAttributes) {
    issues.push(
      cmsIssue('CMS_STRUCTURE', index, {
        rule: { zh: '此內容須有簽章屬性（§5.3）', en: 'this content needs signed attributes (§5.3)' },
      }),
    );
  }
  const result = await content.verifyDirect(signer, scheme, info.signature);
  if (result === undefined) issues.push(cmsIssue('CMS_CONTENT_MISSING', index));
  else if (!result) issues.push(cmsIssue('CMS_SIGNATURE_WRONG', index, { subject: signer.subject.text }));
  return issues;
}

/** The scheme of a signature: CMS lets a bare key algorithm stand, the digest algorithm then says the rest (RFC 3370 §3). */
function signatureScheme(info: SignerInfo, hash: DigestName): SignatureScheme | undefined {
  const algorithm: Algorithm = info.signatureAlgorithm;
  if (algorithm.oid === OID.rsaEncryption) {
    return hasNoParameters(algorithm) ? { kind: 'rsa-pkcs1', hash } : undefined;
  }
  const scheme = schemeOf(algorithm);
  return scheme && (scheme.hash === undefined || scheme.hash === hash) ? scheme : undefined;
}

function structureIssues(data: SignedData, info: SignerInfo, index: number): Issue[] {
  const issues: Issue[] = [];
  const expected = info.signer.kind === 'issuer-serial' ? 1 : 3;
  if (info.version !== expected)
    issues.push(
      cmsIssue('CMS_STRUCTURE', index, {
        rule: { zh: 'SignerInfo 版本不符（§5.3）', en: 'a wrong version of SignerInfo (§5.3)' },
      }),
    );
  const { oid: digest } = info.digestAlgorithm;
  if (!data.digestAlgorithms.some((listed) => listed.oid === digest && hasNoParameters(listed))) {
    issues.push(
      cmsIssue('CMS_STRUCTURE', index, {
        rule: {
          zh: 'digestAlgorithms 未列簽章所用雜湊（§5.1）',
          en: 'the digest is not listed in digestAlgorithms (§5.1)',
        },
      }),
    );
  }
  return issues;
}
