import type { Decrypter, Signer } from '../card/card.ts';
import type { CertificateInput } from '../certificate/validate-path.ts';
import { CardError } from '../errors/card-error.ts';
import { writeContentInfo } from './content-info.ts';
import { type EnvelopOptions, envelopCms } from './envelop.ts';
import { CMS_OID } from './oids.ts';
import { type OpenedEnvelope, openEnvelope } from './open.ts';
import { type SignOptions, signCms } from './sign.ts';
import { type CmsVerification, verifyCms } from './verify.ts';
import type { VerifyOptions } from './verify-options.ts';

export interface SealOptions {
  readonly sign?: Omit<SignOptions, 'detached'>;
  readonly envelop?: Omit<EnvelopOptions, 'contentType'>;
}

/** What a sealed message held, and what the signature on it is worth. */
export interface OpenedSeal {
  readonly content: Uint8Array;
  readonly verification: CmsVerification;
}

/**
 * Signs with cert1 and encrypts to the receivers' cert2, as letters are exchanged: a SignedData inside an envelope.
 *
 * @returns DER
 * @throws CardError `SIGNER_UNFIT`, `RECIPIENT_UNFIT` and what the signer throws
 */
export async function sealCms(
  content: Uint8Array,
  signer: Signer,
  recipients: readonly CertificateInput[],
  options: SealOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const signed = await signCms(content, signer, options.sign);
  return envelopCms(signed, recipients, options.envelop);
}

/**
 * Opens a sealed message and verifies the signature inside. Content comes out only when the signature is valid.
 *
 * @throws CardError as `openCms`, and `CMS_SIGNATURE_INVALID` with the issues in its details
 */
export async function openSealedCms(
  message: Uint8Array | string,
  decrypter: Decrypter,
  options: VerifyOptions,
): Promise<OpenedSeal> {
  const verification = await verifyCms(signedMessage(await openEnvelope(message, decrypter)), options);
  const { content, valid, issues, grade } = verification;
  if (!valid || !content) {
    const reason = issues.find(({ severity }) => severity === 'error')?.message ?? '內容不在訊息中。';
    throw new CardError('CMS_SIGNATURE_INVALID', { details: { reason, grade, issues } });
  }
  return { content, verification };
}

/** The signed message of an envelope: a whole message as plain data, or a bare SignedData named as such (RFC 5652 §6.1). */
function signedMessage({ content, contentType }: OpenedEnvelope): Uint8Array {
  if (contentType === CMS_OID.data) return content;
  if (contentType === CMS_OID.signedData) return writeContentInfo(CMS_OID.signedData, content);
  throw new CardError('CMS_UNSUPPORTED', { details: { what: contentType } });
}
