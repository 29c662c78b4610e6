import { fillTemplate, type Issue, type Severity } from '@kcc/validators';
import { pathIssues } from '../certificate/path-issues.ts';
import { type IssueFacts, type Phrase, paramsOf } from '../certificate/phrase.ts';

/** Findings about CMS messages: zh-TW, English, and how bad they are. */
export const cmsIssues = {
  CMS_NO_SIGNER: { severity: 'error', zh: '訊息中沒有任何簽章。', en: 'The message carries no signature.' },
  CMS_CONTENT_MISSING: {
    severity: 'error',
    zh: '簽章與內容分離，但沒有提供內容。',
    en: 'The signature is detached and the content was not given.',
  },
  CMS_CONTENT_DIFFERS: {
    severity: 'error',
    zh: '訊息內已有內容，與另外提供的內容不同。',
    en: 'The message carries content that differs from the content given besides.',
  },
  CMS_DIGEST_MISMATCH: {
    severity: 'error',
    zh: '內容與簽章時不同，可能遭更動。',
    en: 'The content is not the one that was signed.',
  },
  CMS_SIGNATURE_WRONG: {
    severity: 'error',
    zh: '簽章值不正確，不是「{subject}」的金鑰所簽，或簽章屬性遭更動。',
    en: 'The signature value is not one by the key of "{subject}", or its attributes were changed.',
  },
  CMS_SIGNER_CERTIFICATE_MISSING: {
    severity: 'error',
    zh: '找不到簽章者的憑證。',
    en: "The signer's certificate was not found.",
  },
  CMS_ALGORITHM_UNSUPPORTED: {
    severity: 'error',
    zh: '不支援的演算法：{algorithm}。',
    en: 'The algorithm {algorithm} is not supported.',
  },
  CMS_STRUCTURE: {
    severity: 'error',
    zh: '簽章訊息不符合規格：{rule}。',
    en: 'The message breaks a rule: {ruleEn}.',
  },
  CMS_ALGORITHM_PROTECTION: {
    severity: 'error',
    zh: '演算法與簽章時不同，可能遭更動。',
    en: 'The algorithms are not those that were signed.',
  },
  CMS_SIGNING_CERTIFICATE_DIFFERS: {
    severity: 'error',
    zh: '簽章屬性所指的憑證不是訊息中的簽章者憑證。',
    en: 'The signed attributes name another certificate than the one of the signer.',
  },
  CMS_EMBEDDED_CERTIFICATE: {
    severity: 'error',
    zh: '訊息夾帶無法驗證的憑證：{subject}。',
    en: 'The message carries a certificate that cannot be verified: {subject}.',
  },
  CMS_SHA1: {
    severity: 'warning',
    zh: '簽章使用 SHA-1，證明力弱，請簽章者改用 SHA-256。',
    en: 'The signature uses SHA-1, which proves little; ask for SHA-256.',
  },
  CMS_NO_SIGNED_ATTRIBUTES: {
    severity: 'warning',
    zh: '簽章不含簽章屬性，無法得知簽章時間與所用憑證。',
    en: 'The signature has no signed attributes: neither time nor certificate are signed.',
  },
  CMS_NO_SIGNING_CERTIFICATE: {
    severity: 'warning',
    zh: '簽章屬性不含 signingCertificate，簽章未綁定所用憑證。',
    en: 'The signed attributes have no signingCertificate: the signature is not tied to one certificate.',
  },
  CMS_NO_SIGNING_TIME: { severity: 'info', zh: '簽章未記載簽章時間。', en: 'No signing time is stated.' },
  CMS_TIME_OUTSIDE_VALIDITY: {
    severity: 'error',
    zh: '所載簽章時間 {signedAt} 不在簽章者憑證的有效期間內。',
    en: "The stated signing time {signedAt} lies outside the validity of the signer's certificate.",
  },
  CMS_TIME_IN_FUTURE: {
    severity: 'warning',
    zh: '所載簽章時間 {signedAt} 晚於驗證時間，簽章者時鐘可能不準。',
    en: 'The stated signing time {signedAt} is later than the time of verification.',
  },
  CMS_EXPIRED_SINCE: {
    severity: 'error',
    zh: '簽章者憑證於所載簽章時間 {signedAt} 有效，但已於 {notAfter} 逾期，且無可信時戳證明當時已簽。',
    en: "The signer's certificate was valid at the stated time {signedAt} but expired on {notAfter}, and no trusted time stamp proves when it was signed.",
  },
  CMS_EXPIRED_BUT_STAMPED: {
    severity: 'info',
    zh: '簽章者憑證已於 {notAfter} 逾期；時戳證明於有效期間內簽章。',
    en: "The signer's certificate expired on {notAfter}; a time stamp proves that it was signed before.",
  },
  CMS_NO_REVOCATION_DATA: {
    severity: 'warning',
    zh: '未提供廢止資訊（CRL 或 OCSP），無法確認簽章時憑證未被廢止。',
    en: 'No revocation data (CRL or OCSP) was given.',
  },
  CMS_NO_TIMESTAMP: {
    severity: 'info',
    zh: '簽章未附時戳，簽章時間為簽章者自述。',
    en: 'There is no time stamp; the signing time is the claim of the signer.',
  },
  CMS_TIMESTAMP_INVALID: {
    severity: 'error',
    zh: '簽章時戳不正確：{reason}',
    en: 'The time stamp of the signature is not right: {reasonEn}',
  },
  CMS_TIMESTAMP_UNTRUSTED: {
    severity: 'warning',
    zh: '簽章時戳的發行者不在信任範圍內，未採用其時間。',
    en: 'The time stamp comes from an authority that is not trusted; its time was not used.',
  },
} as const satisfies Record<
  string,
  { readonly severity: Severity; readonly zh: string; readonly en: string }
>;

export type CmsIssueCode = keyof typeof cmsIssues;

/** Makes an issue about the signature at an index of the message. */
export function cmsIssue(
  code: CmsIssueCode,
  signer: number,
  facts: IssueFacts = {},
  severity: Severity = cmsIssues[code].severity,
): Issue<CmsIssueCode> {
  const params = paramsOf(facts);
  const message = fillTemplate(cmsIssues[code].zh, params);
  return { code, severity, path: `/signatures[${signer}]`, message, params, source: 'RFC 5652 §5' };
}

/** The message of an issue of these tables in both languages, to stand inside another message. */
export function phraseOf(issue: Issue): Phrase {
  const tables: Readonly<Record<string, { readonly en: string }>> = { ...pathIssues, ...cmsIssues };
  return { zh: issue.message, en: fillTemplate(tables[issue.code]?.en ?? issue.message, issue.params) };
}
