import { type Certificate, parseCertificate } from '@kcc/xca-card/certificate';
import { type CmsVerification, verifyCms } from '@kcc/xca-card/cms';

/** Whom the person trusts, in files that the person chose. */
export interface ChosenTrust {
  readonly anchors: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  /** Issuers found on the card; they are no anchors. */
  readonly intermediates: readonly Uint8Array[];
}

export const NO_TRUST: ChosenTrust = { anchors: [], crls: [], intermediates: [] };

/** @throws CardError `CMS_MALFORMED` */
export async function verify(
  message: Uint8Array,
  content: Uint8Array | undefined,
  { anchors, crls, intermediates }: ChosenTrust,
): Promise<CmsVerification> {
  return await verifyCms(message, {
    trust: { anchors: [...anchors], intermediates: [...intermediates] },
    ...(crls.length > 0 && { crls: [...crls] }),
    ...(content !== undefined && { content }),
  });
}

/** SHA-256 of a certificate, in groups that people can compare. */
export async function fingerprint(der: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(der)));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase());
  return hex.join('').replace(/(.{4})(?=.)/g, '$1 ');
}

/** The name that people know a certificate by. */
export const nameOf = ({ identity, subject }: Certificate): string =>
  identity.holder !== '' ? identity.holder : subject.text;

export { parseCertificate };
