import { fillTemplate, type Issue, type Severity } from '@kcc/validators';
import { type IssueFacts, paramsOf } from './phrase.ts';

/** Findings about certificates and their paths: zh-TW, English, and how bad they are. */
export const pathIssues = {
  PATH_ISSUER_UNKNOWN: {
    severity: 'error',
    zh: '找不到「{subject}」的簽發者「{issuer}」，或無法連到信任的根憑證。',
    en: 'No issuer "{issuer}" of "{subject}" was found, or no trusted root is reached.',
  },
  PATH_SIGNATURE_INVALID: {
    severity: 'error',
    zh: '「{subject}」的憑證簽章不正確，不是其簽發者所簽。',
    en: 'The signature on the certificate of "{subject}" is not its issuer\'s.',
  },
  PATH_ALGORITHM_UNSUPPORTED: {
    severity: 'error',
    zh: '「{subject}」的憑證使用不支援的簽章演算法 {algorithm}。',
    en: 'The certificate of "{subject}" is signed with the unsupported algorithm {algorithm}.',
  },
  PATH_EXPIRED: {
    severity: 'error',
    zh: '「{subject}」的憑證已於 {notAfter} 逾期。',
    en: 'The certificate of "{subject}" expired on {notAfter}.',
  },
  PATH_NOT_YET_VALID: {
    severity: 'error',
    zh: '「{subject}」的憑證自 {notBefore} 起才生效。',
    en: 'The certificate of "{subject}" is valid only from {notBefore}.',
  },
  PATH_NOT_CA: {
    severity: 'error',
    zh: '「{subject}」不是憑證管理中心，不得簽發憑證。',
    en: '"{subject}" is no certification authority and must not issue certificates.',
  },
  PATH_NO_CERT_SIGN: {
    severity: 'error',
    zh: '「{subject}」的金鑰用途不含簽發憑證。',
    en: 'The key usage of "{subject}" does not include keyCertSign.',
  },
  PATH_TOO_LONG: {
    severity: 'error',
    zh: '「{subject}」之下的憑證層數超過其 pathLenConstraint。',
    en: 'There are more authorities below "{subject}" than its path length constraint allows.',
  },
  PATH_CRITICAL_UNKNOWN: {
    severity: 'error',
    zh: '「{subject}」的憑證含有不認得的關鍵擴充欄位 {oid}。',
    en: 'The certificate of "{subject}" has the unknown critical extension {oid}.',
  },
  PATH_KEY_IDENTIFIER: {
    severity: 'error',
    zh: '「{subject}」憑證所指的簽發者金鑰與上層憑證不符（同名但不同金鑰）。',
    en: 'The certificate of "{subject}" names another key of its issuer than the one above it.',
  },
  PATH_NAME_CONSTRAINT: {
    severity: 'error',
    zh: '「{subject}」的名稱 {name} 超出上層憑證管理中心獲准的範圍。',
    en: 'The name {name} of "{subject}" lies outside what the authorities above may certify.',
  },
  PATH_POLICY: {
    severity: 'error',
    zh: '憑證路徑不符合要求的憑證政策。',
    en: 'The certification path is not valid for the required certificate policies.',
  },
  PATH_POLICY_MAPPING: {
    severity: 'error',
    zh: '「{subject}」的憑證政策對應使用了 anyPolicy，不允許。',
    en: 'The certificate of "{subject}" maps anyPolicy, which is not allowed.',
  },
  PATH_KEY_USAGE: {
    severity: 'error',
    zh: '「{subject}」的憑證不能用於此用途（需要 {usage}）。',
    en: 'The certificate of "{subject}" is not for this use ({usage} is needed).',
  },
  PATH_PURPOSE: {
    severity: 'error',
    zh: '「{subject}」的憑證擴充金鑰用途不含所需用途。',
    en: 'The extended key usage of "{subject}" does not include the needed purpose.',
  },
  PATH_WEAK_HASH: {
    severity: 'error',
    zh: '「{subject}」的憑證以 {hash} 簽發，已不安全。',
    en: 'The certificate of "{subject}" is signed with {hash}, which is not safe any more.',
  },
  PATH_WEAK_KEY: {
    severity: 'error',
    zh: '「{subject}」的 RSA 金鑰只有 {bits} 位元，不安全。',
    en: 'The RSA key of "{subject}" has only {bits} bits.',
  },
  PATH_PROFILE: {
    severity: 'error',
    zh: '「{subject}」的憑證不符合 RFC 5280：{rule}。',
    en: 'The certificate of "{subject}" does not conform to RFC 5280: {ruleEn}.',
  },
  PATH_TOO_COMPLEX: {
    severity: 'error',
    zh: '憑證數量或名稱限制過於複雜，未予驗證。',
    en: 'There are too many certificates or name constraints to check.',
  },
  PATH_LEAF_IS_ANCHOR: {
    severity: 'info',
    zh: '「{subject}」本身就是指定信任的憑證。',
    en: '"{subject}" is itself one of the trusted certificates.',
  },
  REVOKED: {
    severity: 'error',
    zh: '「{subject}」的憑證已於 {revokedAt} 廢止（{reason}）。',
    en: 'The certificate of "{subject}" was revoked on {revokedAt} ({reason}).',
  },
  ON_HOLD: {
    severity: 'error',
    zh: '「{subject}」的憑證自 {revokedAt} 起停用中。',
    en: 'The certificate of "{subject}" has been suspended since {revokedAt}.',
  },
  REVOCATION_UNKNOWN: {
    severity: 'warning',
    zh: '沒有可用的廢止資訊，無法確認「{subject}」的憑證是否已廢止：{reason}。',
    en: 'There is no usable revocation data for "{subject}": {reasonEn}.',
  },
} as const satisfies Record<
  string,
  { readonly severity: Severity; readonly zh: string; readonly en: string }
>;

export type PathIssueCode = keyof typeof pathIssues;

/** Makes an issue about the certificate at an index of the chain, 0 being the end entity. */
export function pathIssue(
  code: PathIssueCode,
  index: number,
  facts: IssueFacts,
  severity: Severity = pathIssues[code].severity,
): Issue<PathIssueCode> {
  const params = paramsOf(facts);
  return {
    code,
    severity,
    path: `/chain[${index}]`,
    message: fillTemplate(pathIssues[code].zh, params),
    params,
    source: 'RFC 5280 §6',
  };
}
