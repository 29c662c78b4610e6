import type { Decrypter } from '../card/card.ts';
import { parseCertificate } from '../certificate/certificate.ts';
import { CardError, isCardError } from '../errors/card-error.ts';
import { type CipherDescription, decryptContent, readCipher } from './content-cipher.ts';
import { readContentInfo, reading } from './content-info.ts';
import { type EnvelopedData, type KeyTransport, readEnvelopedData } from './enveloped-data.ts';
import { readPadding } from './key-transport.ts';
import { isReferenceTo } from './reference.ts';
import type { CertificateReference } from './signed-data.ts';

/** What can be seen of an envelope from outside. */
export interface EnvelopeDescription {
  readonly recipients: readonly CertificateReference[];
  /** OID of what is inside. */
  readonly contentType: string;
  /** True when changes of the ciphertext are noticed (GCM). */
  readonly authenticated: boolean;
}

/** What was in an envelope. */
export interface OpenedEnvelope extends EnvelopeDescription {
  readonly content: Uint8Array;
}

/**
 * Decrypts an envelope that names the decrypter's certificate.
 *
 * @param message DER, BER or PEM
 * @returns the content; of a CBC envelope it may have been changed on the way, only a signature inside tells
 * @throws CardError `CMS_MALFORMED`, `CMS_UNSUPPORTED`, `CMS_NOT_RECIPIENT`, `CMS_DECRYPT_FAILED`, and what the decrypter
 * throws about the card
 */
export async function openCms(message: Uint8Array | string, decrypter: Decrypter): Promise<Uint8Array> {
  return (await openEnvelope(message, decrypter)).content;
}

/** As {@link openCms}, with what is known about the envelope. */
export async function openEnvelope(
  message: Uint8Array | string,
  decrypter: Decrypter,
): Promise<OpenedEnvelope> {
  const { data, cipher } = reading(() => readEnvelope(message));
  const certificate = parseCertificate(decrypter.certificate);
  const recipient = data.recipients.find((info) => isReferenceTo(info.recipient, certificate));
  if (!recipient) {
    throw new CardError('CMS_NOT_RECIPIENT', {
      details: { recipients: data.recipients.map(describe).join('; ') },
    });
  }
  const key = await unwrap(recipient, cipher, decrypter);
  const content = await decryptContent(cipher, key, data.encrypted, data.authenticated);
  key.fill(0);
  if (!content) throw new CardError('CMS_DECRYPT_FAILED');
  return { ...descriptionOf(data, cipher), content };
}

/**
 * Says to whom an envelope goes, without opening it.
 *
 * @throws CardError `CMS_MALFORMED`, `CMS_UNSUPPORTED`
 */
export function describeEnvelope(message: Uint8Array | string): EnvelopeDescription {
  const { data, cipher } = reading(() => readEnvelope(message));
  return descriptionOf(data, cipher);
}

function readEnvelope(message: Uint8Array | string): { data: EnvelopedData; cipher: CipherDescription } {
  const { type, content } = readContentInfo(message);
  const data = readEnvelopedData(type, content);
  const cipher = readCipher(data.cipher);
  if (!cipher) throw new CardError('CMS_UNSUPPORTED', { details: { what: data.cipher.oid } });
  return { data, cipher };
}

function descriptionOf(data: EnvelopedData, cipher: CipherDescription): EnvelopeDescription {
  return {
    recipients: data.recipients.map(({ recipient }) => recipient),
    contentType: data.contentType,
    authenticated: cipher.mode === 'gcm',
  };
}

/**
 * The content key. A PKCS#1 v1.5 failure goes on with a random key and shows as undecryptable content, so that nobody can
 * ask a card what a ciphertext's padding looks like (RFC 3218).
 */
async function unwrap(
  info: KeyTransport,
  cipher: CipherDescription,
  decrypter: Decrypter,
): Promise<Uint8Array> {
  const padding = reading(() => readPadding(info.algorithm));
  if (!padding) throw new CardError('CMS_UNSUPPORTED', { details: { what: info.algorithm.oid } });
  const random = crypto.getRandomValues(new Uint8Array(cipher.keyBytes));
  try {
    const key = await decrypter.decrypt(info.encryptedKey, padding);
    return key.length === cipher.keyBytes ? key : random;
  } catch (error) {
    if (!isCardError(error, 'DECRYPT_FAILED')) throw error;
    return random;
  }
}

function describe({ recipient }: KeyTransport): string {
  return recipient.kind === 'key-id' ? recipient.keyId : `${recipient.issuer.text} / ${recipient.serial}`;
}
