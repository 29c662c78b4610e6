import type { HashName, Signer } from '../card/card.ts';
import { type Certificate, parseCertificate } from '../certificate/certificate.ts';
import { OID } from '../certificate/oids.ts';
import { checkValidity } from '../certificate/path-check.ts';
import { digestOid } from '../certificate/signature-algorithm.ts';
import { verifySignature } from '../certificate/verify-signature.ts';
import { source } from '../der/web-crypto.ts';
import {
  algorithmIdentifier,
  explicit,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  smallInteger,
  time,
} from '../der/write.ts';
import { CardError } from '../errors/card-error.ts';
import { attribute, tagged } from './attributes.ts';
import { writeContentInfo } from './content-info.ts';
import { CMS_OID } from './oids.ts';
import { issuerAndSerial } from './reference.ts';
import { writeSigningCertificate } from './signing-certificate.ts';

/** Gives a time-stamp token (RFC 3161, DER) for the bytes of a signature. */
export type TimestampSource = (signature: Uint8Array) => Promise<Uint8Array>;

export interface SignOptions {
  /** Leave the content out of the message. Default false. */
  readonly detached?: boolean;
  /** Put the issuers along that the signer carries (`signer.chain`), or those given here (DER). Default true. */
  readonly chain?: boolean | readonly Uint8Array[];
  /** The signing time that is claimed. Default now. */
  readonly signingTime?: Date;
  /** Default SHA-256. */
  readonly hash?: Exclude<HashName, 'SHA-1'>;
  /** OID of the content's type. Default id-data. */
  readonly contentType?: string;
  /** Adds a signature time-stamp, the CAdES-T form. */
  readonly timestamp?: TimestampSource;
}

/**
 * Signs content into a CMS SignedData (RFC 5652) of the CAdES-B shape: SHA-256, signed attributes with content type,
 * digest, signing time, signingCertificateV2 and algorithm protection. The signer sees only the signed attributes.
 *
 * @returns DER; fits `new Blob([message])`
 * @throws CardError `SIGNER_UNFIT` and what the signer throws
 * @example
 * const message = await signCms(content, session.signer, { detached: true });
 */
export async function signCms(
  content: Uint8Array,
  signer: Signer,
  options: SignOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = options.hash ?? 'SHA-256';
  const digest = new Uint8Array(await crypto.subtle.digest(hash, source(content)));
  const signed = await signDigest(digest, signer, options);
  return writeSignedData(options.detached ? undefined : content, signed);
}

/** Everything of a SignedData but its content. */
export interface SignedParts {
  readonly contentType: string;
  readonly digestAlgorithm: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signerInfo: Uint8Array;
}

/** Signs a digest of content that was hashed elsewhere. */
export async function signDigest(
  digest: Uint8Array,
  signer: Signer,
  options: SignOptions,
): Promise<SignedParts> {
  const { hash = 'SHA-256', signingTime = new Date(), contentType = CMS_OID.data } = options;
  const certificate = parseCertificate(signer.certificate);
  requireFitSigner(certificate, signingTime);
  const digestAlgorithm = algorithmIdentifier(digestOid(hash), nullValue());
  const signatureAlgorithm = algorithmIdentifier(OID.rsaEncryption, nullValue());
  const attributes = setOf(
    attribute(CMS_OID.contentType, oid(contentType)),
    attribute(CMS_OID.signingTime, time(signingTime)),
    attribute(CMS_OID.messageDigest, octetString(digest)),
    attribute(CMS_OID.signingCertificateV2, await writeSigningCertificate(certificate)),
    attribute(
      CMS_OID.algorithmProtection,
      sequence(digestAlgorithm, explicit(1, signatureAlgorithm.subarray(2))),
    ),
  );
  const signature = await signer.sign(attributes, hash);
  await requireOwnSignature(certificate, hash, signature, attributes);
  const token = await options.timestamp?.(signature);
  const signerInfo = sequence(
    smallInteger(1),
    issuerAndSerial(certificate),
    digestAlgorithm,
    tagged(0, attributes),
    signatureAlgorithm,
    octetString(signature),
    ...(token ? [tagged(1, setOf(attribute(CMS_OID.signatureTimeStamp, token)))] : []),
  );
  return { contentType, digestAlgorithm, certificates: certificatesOf(signer, options), signerInfo };
}

/** SignedData in its ContentInfo, RFC 5652 §5.1. */
export function writeSignedData(
  content: Uint8Array | undefined,
  parts: SignedParts,
): Uint8Array<ArrayBuffer> {
  const encapsulated = content ? [explicit(0, octetString(content))] : [];
  const signedData = sequence(
    smallInteger(signedDataVersion(parts.contentType)),
    setOf(parts.digestAlgorithm),
    sequence(oid(parts.contentType), ...encapsulated),
    explicit(0, ...parts.certificates),
    setOf(parts.signerInfo),
  );
  return writeContentInfo(CMS_OID.signedData, signedData);
}

/** RFC 5652 §5.1: 1 for plain data, 3 for another content type (signers named by issuer and serial). */
export function signedDataVersion(contentType: string): 1 | 3 {
  return contentType === CMS_OID.data ? 1 : 3;
}

/** The signer's certificate and the issuers that go along, each once. */
function certificatesOf(signer: Signer, { chain = true }: SignOptions): readonly Uint8Array[] {
  const issuers = chain === true ? (signer.chain ?? []) : chain === false ? [] : chain;
  return [signer.certificate, ...issuers];
}

/** @throws CardError `SIGNER_UNFIT` */
function requireFitSigner(certificate: Certificate, at: Date): void {
  const [issue] = checkValidity(certificate, 0, at);
  if (issue) throw new CardError('SIGNER_UNFIT', { details: { reason: issue.message } });
  const { keyUsage, publicKey } = certificate;
  if (keyUsage && !keyUsage.has('digitalSignature') && !keyUsage.has('nonRepudiation')) {
    throw new CardError('SIGNER_UNFIT', { details: { reason: '金鑰用途不含數位簽章' } });
  }
  if (publicKey.kind !== 'rsa') throw new CardError('SIGNER_UNFIT', { details: { reason: '不是 RSA 金鑰' } });
}

/** A card that signs with another key than its certificate's must be noticed here, not at the receiver. */
async function requireOwnSignature(
  { publicKey }: Certificate,
  hash: HashName,
  signature: Uint8Array,
  data: Uint8Array,
): Promise<void> {
  const result = await verifySignature(publicKey, { kind: 'rsa-pkcs1', hash }, signature, data);
  if (result !== 'valid') {
    throw new CardError('SIGNER_UNFIT', { details: { reason: '簽章與憑證的公鑰不符' } });
  }
}
