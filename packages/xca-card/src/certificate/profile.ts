import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './name.ts';
import { isWellFormed, isWellFormedBase } from './name-forms.ts';
import { OID } from './oids.ts';
import type { Phrase } from './phrase.ts';

/** Extensions that this package processes; any other critical one refuses the certificate (RFC 5280 §4.2). */
const PROCESSED: ReadonlySet<string> = new Set([
  OID.keyUsage,
  OID.basicConstraints,
  OID.subjectAltName,
  OID.nameConstraints,
  OID.certificatePolicies,
  OID.policyMappings,
  OID.policyConstraints,
  OID.inhibitAnyPolicy,
  OID.extKeyUsage,
  OID.cRLDistributionPoints,
  OID.subjectDirectoryAttributes,
  OID.issuerAltName,
]);

/** Extensions that must not be critical: RFC 5280 §4.2.1.1, 4.2.1.2, 4.2.1.8, 4.2.1.15, 4.2.2.1, 4.2.2.2. */
const NEVER_CRITICAL: readonly string[] = [
  OID.authorityKeyIdentifier,
  OID.subjectKeyIdentifier,
  OID.subjectDirectoryAttributes,
  OID.freshestCRL,
  OID.authorityInfoAccess,
  OID.subjectInfoAccess,
];

/** Extensions that must be critical: RFC 5280 §4.2.1.10, 4.2.1.11, 4.2.1.14. */
const ALWAYS_CRITICAL: readonly string[] = [OID.nameConstraints, OID.policyConstraints, OID.inhibitAnyPolicy];

/** OIDs of the critical extensions that nobody here understands. */
export function unknownCritical({ extensions }: Certificate): string[] {
  const known = new Set([...PROCESSED, ...NEVER_CRITICAL]);
  return extensions.filter(({ oid, critical }) => critical && !known.has(oid)).map(({ oid }) => oid);
}

/** Where a certificate stands in its path. */
export type PathRole = 'end-entity' | 'authority' | 'anchor';

/**
 * Where a certificate breaks a MUST of the RFC 5280 profile that path validation itself does not look at. An anchor of
 * version 1 or 2 has no extensions to ask, and serial numbers of zero stand in roots that are in use.
 */
export function profileViolations(certificate: Certificate, role: PathRole): Phrase[] {
  if (role === 'anchor' && certificate.version < 3) return [];
  return [
    ...(role === 'anchor' ? [] : serialRules(certificate)),
    ...nameRules(certificate, role),
    ...criticalityRules(certificate),
    ...usageRules(certificate),
    ...authorityRules(certificate, role),
    ...keyIdentifierRules(certificate),
    ...nameFormRules(certificate),
  ];
}

function serialRules({ serial, serialBytes }: Certificate): Phrase[] {
  if (serialBytes.length > 20)
    return [
      { zh: '序號超過 20 位元組（§4.1.2.2）', en: 'a serial number of more than 20 octets (§4.1.2.2)' },
    ];
  return serial === '00' ? [{ zh: '序號為零（§4.1.2.2）', en: 'a serial number of zero (§4.1.2.2)' }] : [];
}

function nameRules({ issuer, subject, extensions }: Certificate, role: PathRole): Phrase[] {
  const rules: Phrase[] = [];
  if (issuer.rdns.length === 0)
    rules.push({ zh: '簽發者名稱為空（§4.1.2.4）', en: 'an empty issuer name (§4.1.2.4)' });
  if (subject.rdns.length > 0) return rules;
  const altName = extensions.find(({ oid }) => oid === OID.subjectAltName);
  if (role !== 'end-entity')
    rules.push({ zh: '憑證管理中心名稱為空（§4.1.2.6）', en: 'an authority without a name (§4.1.2.6)' });
  else if (altName?.critical !== true)
    rules.push({
      zh: '主體名稱為空而別名不是關鍵欄位（§4.1.2.6）',
      en: 'an empty subject and no critical alternative name (§4.1.2.6)',
    });
  return rules;
}

function criticalityRules({ extensions }: Certificate): Phrase[] {
  const rules: Phrase[] = [];
  for (const { oid, critical } of extensions) {
    if (critical && NEVER_CRITICAL.includes(oid))
      rules.push({ zh: `擴充欄位 ${oid} 不得為關鍵`, en: `extension ${oid} must not be critical` });
    if (!critical && ALWAYS_CRITICAL.includes(oid))
      rules.push({ zh: `擴充欄位 ${oid} 須為關鍵`, en: `extension ${oid} must be critical` });
  }
  return rules;
}

function usageRules({ keyUsage, basicConstraints, nameConstraints }: Certificate): Phrase[] {
  const rules: Phrase[] = [];
  const ca = basicConstraints?.ca === true;
  const certSign = keyUsage?.has('keyCertSign') === true;
  if (keyUsage && keyUsage.size === 0)
    rules.push({ zh: '金鑰用途為空（§4.2.1.3）', en: 'an empty key usage (§4.2.1.3)' });
  if (!ca && certSign)
    rules.push({
      zh: '非憑證管理中心卻有 keyCertSign（§4.2.1.9）',
      en: 'keyCertSign without being an authority (§4.2.1.9)',
    });
  if (basicConstraints?.pathLength !== undefined && (!ca || (keyUsage && !certSign)))
    rules.push({
      zh: 'pathLenConstraint 用於非簽發憑證的金鑰（§4.2.1.9）',
      en: 'a path length on a key that may not issue (§4.2.1.9)',
    });
  if (nameConstraints && !ca)
    rules.push({
      zh: '非憑證管理中心卻有名稱限制（§4.2.1.10）',
      en: 'name constraints without being an authority (§4.2.1.10)',
    });
  return rules;
}

function authorityRules({ subjectKeyId }: Certificate, role: PathRole): Phrase[] {
  const rules: Phrase[] = [];
  if (role === 'end-entity') return rules;
  if (subjectKeyId === undefined)
    rules.push({
      zh: '憑證管理中心缺主體金鑰識別碼（§4.2.1.2）',
      en: 'an authority without subject key identifier (§4.2.1.2)',
    });
  return rules;
}

/**
 * Breaches of the profile that harm nobody, because the extension is obeyed all the same: basic constraints of an
 * authority that are not critical. The first root of GPKI has such.
 */
export function profileRemarks({ extensions }: Certificate, role: PathRole): Phrase[] {
  const basic = extensions.find(({ oid }) => oid === OID.basicConstraints);
  if (role !== 'authority' || basic?.critical !== false) return [];
  return [
    {
      zh: '憑證管理中心的基本限制須為關鍵（§4.2.1.9）',
      en: 'basic constraints of an authority that are not critical (§4.2.1.9)',
    },
  ];
}

function keyIdentifierRules(certificate: Certificate): Phrase[] {
  const { version, extensions, authorityKeyId } = certificate;
  const rules: Phrase[] = [];
  if (
    version === 3 &&
    extensions.length > 0 &&
    !isSelfIssued(certificate) &&
    authorityKeyId?.keyId === undefined
  )
    rules.push({ zh: '缺簽發者金鑰識別碼（§4.2.1.1）', en: 'no authority key identifier (§4.2.1.1)' });
  if (authorityKeyId && (authorityKeyId.issuer === undefined) !== (authorityKeyId.serial === undefined))
    rules.push({
      zh: '簽發者金鑰識別碼的名稱與序號須並存（§4.2.1.1）',
      en: 'an authority key identifier with only one of issuer and serial number (§4.2.1.1)',
    });
  return rules;
}

/** Forms of alternative names (§4.2.1.6) and of the names in name constraints (§4.2.1.10). */
function nameFormRules({ subjectAltNames, nameConstraints }: Certificate): Phrase[] {
  const rules: Phrase[] = [];
  if (subjectAltNames.some((name) => !isWellFormed(name)))
    rules.push({ zh: '主體別名格式不正確（§4.2.1.6）', en: 'a malformed alternative name (§4.2.1.6)' });
  const bases = [...(nameConstraints?.permitted ?? []), ...(nameConstraints?.excluded ?? [])];
  if (bases.some((base) => !isWellFormedBase(base)))
    rules.push({ zh: '名稱限制格式不正確（§4.2.1.10）', en: 'a malformed name constraint (§4.2.1.10)' });
  return rules;
}
