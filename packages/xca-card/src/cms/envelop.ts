import type { Certificate } from '../certificate/certificate.ts';
import { checkValidity } from '../certificate/path-check.ts';
import { asCertificate, type CertificateInput, validatePath } from '../certificate/validate-path.ts';
import { contextPrimitiveTag } from '../der/tags.ts';
import { octetString, oid, sequence, setOf, smallInteger, tlv } from '../der/write.ts';
import { CardError } from '../errors/card-error.ts';
import { type ContentCipher, encryptContent, TAG_BYTES, writeCipher } from './content-cipher.ts';
import { writeContentInfo } from './content-info.ts';
import { type WrapPadding, wrapContentKey, writePadding } from './key-transport.ts';
import { CMS_OID } from './oids.ts';
import { issuerAndSerial } from './reference.ts';
import type { Trust } from './verify-options.ts';

export interface EnvelopOptions {
  /** Default `aes-256-gcm` (AuthEnvelopedData); `aes-256-cbc` makes the older EnvelopedData. */
  readonly cipher?: ContentCipher;
  /** Padding of the wrapped keys. Default `oaep-sha256`. */
  readonly padding?: WrapPadding;
  /** Instant at which the recipients' certificates must be valid. Default now. */
  readonly at?: Date;
  /** Validates the path of every recipient's certificate, not only its dates and use. */
  readonly trust?: Trust;
  /** OID of what is inside. Default id-data. */
  readonly contentType?: string;
}

/**
 * Encrypts content to the cert2 of one or more receivers (RFC 5652 §6, RFC 5083).
 *
 * @param recipients certificates, each read or as DER or PEM
 * @returns DER
 * @throws CardError `RECIPIENT_UNFIT`, `CERTIFICATE_MALFORMED`
 */
export async function envelopCms(
  content: Uint8Array,
  recipients: readonly CertificateInput[],
  options: EnvelopOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { cipher = 'aes-256-gcm', padding = 'oaep-sha256', contentType = CMS_OID.data } = options;
  const certificates = recipients.map(asCertificate);
  if (certificates.length === 0) throw new TypeError('recipients must not be empty');
  for (const certificate of certificates) await requireFit(certificate, options);
  const key = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(cipher === 'aes-256-cbc' ? 16 : 12));
  try {
    const infos = await Promise.all(
      certificates.map((certificate) => recipientInfo(certificate, key, padding)),
    );
    const encrypted = await encryptContent(cipher, key, iv, content);
    return assemble({ infos, cipher, iv, encrypted, contentType });
  } finally {
    key.fill(0);
  }
}

interface EnvelopeParts {
  readonly infos: readonly Uint8Array[];
  readonly cipher: ContentCipher;
  readonly iv: Uint8Array;
  readonly encrypted: Uint8Array;
  readonly contentType: string;
}

function assemble({ infos, cipher, iv, encrypted, contentType }: EnvelopeParts): Uint8Array<ArrayBuffer> {
  const authenticated = cipher === 'aes-256-gcm';
  const end = authenticated ? encrypted.length - TAG_BYTES : encrypted.length;
  const contentInfo = sequence(
    oid(contentType),
    writeCipher(cipher, iv),
    tlv(contextPrimitiveTag(0), encrypted.subarray(0, end)),
  );
  const mac = authenticated ? [octetString(encrypted.subarray(end))] : [];
  const body = sequence(smallInteger(0), setOf(...infos), contentInfo, ...mac);
  return writeContentInfo(authenticated ? CMS_OID.authEnvelopedData : CMS_OID.envelopedData, body);
}

/** KeyTransRecipientInfo, RFC 5652 §6.2.1. */
async function recipientInfo(
  certificate: Certificate,
  key: Uint8Array,
  padding: WrapPadding,
): Promise<Uint8Array> {
  const wrapped = await wrapContentKey(certificate, key, padding);
  return sequence(smallInteger(0), issuerAndSerial(certificate), writePadding(padding), octetString(wrapped));
}

/** @throws CardError `RECIPIENT_UNFIT` */
async function requireFit(
  certificate: Certificate,
  { at = new Date(), trust }: EnvelopOptions,
): Promise<void> {
  const subject = certificate.subject.text;
  const unfit = (reason: string) => new CardError('RECIPIENT_UNFIT', { details: { reason, subject } });
  if (certificate.publicKey.kind !== 'rsa') throw unfit('不是 RSA 金鑰');
  if (certificate.isCa) throw unfit('這是憑證管理中心的憑證');
  const { keyUsage } = certificate;
  if (keyUsage && !keyUsage.has('keyEncipherment'))
    throw unfit('金鑰用途不含金鑰加密，可能取到簽章憑證（cert1）');
  const [expired] = checkValidity(certificate, 0, at);
  if (expired) throw unfit(expired.message);
  if (!trust) return;
  const { valid, issues } = await validatePath(certificate, { ...trust, at, usage: ['keyEncipherment'] });
  if (!valid) throw unfit(issues.find(({ severity }) => severity === 'error')?.message ?? '');
}
