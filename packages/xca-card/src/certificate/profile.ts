import type { Certificate } from './certificate.ts';
import { OID } from './oids.ts';
import type { Phrase } from './phrase.ts';
import { isSelfIssued } from './policy-graph.ts';

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

/** Where a certificate breaks a MUST of the RFC 5280 profile that path validation itself does not look at. */
export function profileViolations(certificate: Certificate, role: 'end-entity' | 'authority'): Phrase[] {
  return [...serialRules(certificate), ...nameRules(certificate, role), ...extensionRules(certificate, role)];
}

function serialRules({ serial, serialBytes }: Certificate): Phrase[] {
  if (serialBytes.length > 20)
    return [
      { zh: '序號超過 20 位元組（§4.1.2.2）', en: 'a serial number of more than 20 octets (§4.1.2.2)' },
    ];
  return serial === '00' ? [{ zh: '序號為零（§4.1.2.2）', en: 'a serial number of zero (§4.1.2.2)' }] : [];
}

function nameRules({ issuer, subject, extensions }: Certificate, role: 'end-entity' | 'authority'): Phrase[] {
  const rules: Phrase[] = [];
  if (issuer.rdns.length === 0)
    rules.push({ zh: '簽發者名稱為空（§4.1.2.4）', en: 'an empty issuer name (§4.1.2.4)' });
  if (subject.rdns.length > 0) return rules;
  const altName = extensions.find(({ oid }) => oid === OID.subjectAltName);
  if (role === 'authority')
    rules.push({ zh: '憑證管理中心名稱為空（§4.1.2.6）', en: 'an authority without a name (§4.1.2.6)' });
  else if (altName?.critical !== true)
    rules.push({
      zh: '主體名稱為空而別名不是關鍵欄位（§4.1.2.6）',
      en: 'an empty subject and no critical alternative name (§4.1.2.6)',
    });
  return rules;
}

function extensionRules(certificate: Certificate, role: 'end-entity' | 'authority'): Phrase[] {
  const { extensions, version, keyUsage, basicConstraints } = certificate;
  const rules: Phrase[] = [];
  for (const { oid, critical } of extensions) {
    if (critical && NEVER_CRITICAL.includes(oid))
      rules.push({ zh: `擴充欄位 ${oid} 不得為關鍵`, en: `extension ${oid} must not be critical` });
    if (!critical && ALWAYS_CRITICAL.includes(oid))
      rules.push({ zh: `擴充欄位 ${oid} 須為關鍵`, en: `extension ${oid} must be critical` });
  }
  const ca = basicConstraints?.ca === true;
  const certSign = keyUsage?.has('keyCertSign') === true;
  if (keyUsage && keyUsage.size === 0)
    rules.push({ zh: '金鑰用途為空（§4.2.1.3）', en: 'an empty key usage (§4.2.1.3)' });
  if (!ca && certSign)
    rules.push({
      zh: '非憑證管理中心卻有 keyCertSign（§4.2.1.9）',
      en: 'keyCertSign without being an authority (§4.2.1.9)',
    });
  if (basicConstraints?.pathLength !== undefined && (!ca || (keyUsage && !certSign))) {
    rules.push({
      zh: 'pathLenConstraint 用於非簽發憑證的金鑰（§4.2.1.9）',
      en: 'a path length on a key that may not issue (§4.2.1.9)',
    });
  }
  if (certificate.nameConstraints && !ca)
    rules.push({
      zh: '非憑證管理中心卻有名稱限制（§4.2.1.10）',
      en: 'name constraints without being an authority (§4.2.1.10)',
    });
  if (role === 'authority') {
    if (certificate.subjectKeyId === undefined)
      rules.push({
        zh: '憑證管理中心缺主體金鑰識別碼（§4.2.1.2）',
        en: 'an authority without subject key identifier (§4.2.1.2)',
      });
    if (extensions.some(({ oid, critical }) => oid === OID.basicConstraints && !critical)) {
      rules.push({
        zh: '憑證管理中心的基本限制須為關鍵（§4.2.1.9）',
        en: 'basic constraints of an authority that are not critical (§4.2.1.9)',
      });
    }
  }
  if (
    version === 3 &&
    extensions.length > 0 &&
    !isSelfIssued(certificate) &&
    certificate.authorityKeyId?.keyId === undefined
  ) {
    rules.push({ zh: '缺簽發者金鑰識別碼（§4.2.1.1）', en: 'no authority key identifier (§4.2.1.1)' });
  }
  return rules;
}
