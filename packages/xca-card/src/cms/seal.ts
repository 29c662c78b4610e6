import type { Decrypter, Signer } from '../card/card.ts';
import type { CertificateInput } from '../certificate/validate-path.ts';
import { CardError } from '../errors/card-error.ts';
import { type EnvelopOptions, envelopCms } from './envelop.ts';
import { openEnvelope } from './open.ts';
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
): Promise<Uint8Array> {
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
  const { content: signed } = await openEnvelope(message, decrypter);
  const verification = await verifyCms(signed, options);
  const { content, valid, issues, grade } = verification;
  if (!valid || !content) {
    const reason = issues.find(({ severity }) => severity === 'error')?.message ?? '內容不在訊息中。';
    throw new CardError('CMS_SIGNATURE_INVALID', { details: { reason, grade, issues } });
  }
  return { content, verification };
}
