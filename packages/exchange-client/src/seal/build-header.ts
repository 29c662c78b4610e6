import { parseCertificate } from '../certificate/certificate.ts';
import type { KeyRecipient } from '../codec/envelope.ts';
import { writeEncryptList } from '../codec/files.ts';
import { base64, partyOf } from './encoding.ts';
import { CHUNK_BYTES, type PackageHeader } from './format.ts';
import { directWrapper, type KeyWrapper } from './key-wrap.ts';
import type { SealRecipient, SealRequest } from './seal-request.ts';

/** The header of a package: parties, and the content key wrapped for every encryption certificate. */
export function buildHeader(
  request: SealRequest,
  key: Uint8Array,
  prefix: Uint8Array,
  now: Date,
): PackageHeader {
  const wrapper = request.wrapper ?? directWrapper;
  const wrapped = request.recipients.map((recipient) => wrapFor(recipient, key, wrapper));
  const { expires } = request.envelope;
  return {
    profile: 'reference',
    version: 1,
    id: request.id,
    sender: partyOf(request.sender),
    receivers: request.recipients.map((recipient, index) => ({
      ...partyOf(recipient),
      keys: wrapped[index]?.fingerprints ?? [],
    })),
    createdAt: now.toISOString(),
    ...(expires === undefined ? {} : { expiresAt: expires.toISOString() }),
    cipher: 'AES-256-GCM-STREAM',
    keyWrap: wrapper.method,
    chunkBytes: CHUNK_BYTES,
    noncePrefix: base64(prefix),
    esw: new TextDecoder().decode(writeEncryptList({ receivers: wrapped.map((item) => item.recipient) })),
  };
}

function wrapFor(recipient: SealRecipient, key: Uint8Array, wrapper: KeyWrapper) {
  const given = recipient.encryptionCertificate;
  const certificates = (given instanceof Uint8Array ? [given] : given).map(parseCertificate);
  const keys = certificates.map((certificate) => ({
    authority: recipient.authority ?? ('XCA' as const),
    card: recipient.card ?? certificate.serial,
    method: 'RSA' as const,
    ciphertext: wrapper.wrap(certificate, key),
  }));
  const entry: KeyRecipient = { code: recipient.code, unit: recipient.unit ?? '', keys };
  return { recipient: entry, fingerprints: certificates.map((certificate) => certificate.fingerprint) };
}
