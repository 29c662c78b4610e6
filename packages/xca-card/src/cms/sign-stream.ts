import type { HashName, Signer } from '../card/card.ts';
import { digestOid } from '../certificate/signature-algorithm.ts';
import { concatBytes } from '../der/bytes.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { algorithmIdentifier, explicit, header, nullValue, oid, setOf, smallInteger } from '../der/write.ts';
import { CMS_OID } from './oids.ts';
import { type SignOptions, signDigest, signedDataVersion, writeSignedData } from './sign.ts';

/** A hash that takes its input in pieces, such as one of `node:crypto`. */
export interface IncrementalHash {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
}

export interface StreamOptions extends Omit<SignOptions, 'detached'> {
  /**
   * Makes a hash: WebCrypto has none that takes pieces. On Node `(hash) => createHash(hash.replace('-', ''))`, which
   * `@kcc/xca-card/files` does for you.
   */
  readonly createHash: (hash: HashName) => IncrementalHash;
}

/**
 * Signs content of any size that comes in pieces; the signature is detached.
 *
 * @returns DER
 */
export async function signCmsStream(
  content: AsyncIterable<Uint8Array>,
  signer: Signer,
  options: StreamOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = options.createHash(options.hash ?? 'SHA-256');
  for await (const piece of content) hash.update(piece);
  return writeSignedData(undefined, await signDigest(hash.digest(), signer, options));
}

const END = Uint8Array.of(0, 0);

/**
 * Signs content of any size and gives the message with the content inside, piece by piece. As the length is not known
 * when the first piece leaves, the message is BER of indefinite length, which every CMS reader takes.
 */
export async function* signCmsAttachedStream(
  content: AsyncIterable<Uint8Array>,
  signer: Signer,
  options: StreamOptions,
): AsyncGenerator<Uint8Array> {
  const { hash: hashName = 'SHA-256', contentType = CMS_OID.data } = options;
  const hash = options.createHash(hashName);
  yield messageStart(contentType, hashName);
  for await (const piece of content) {
    if (piece.length === 0) continue;
    hash.update(piece);
    yield header(TAG.octetString, piece.length);
    yield piece;
  }
  const parts = await signDigest(hash.digest(), signer, options);
  yield concatBytes([
    // OCTET STRING, [0], encapContentInfo
    ...[END, END, END],
    explicit(0, ...parts.certificates),
    setOf(parts.signerInfo),
    // SignedData, [0], ContentInfo
    ...[END, END, END],
  ]);
}

function messageStart(contentType: string, hash: HashName): Uint8Array {
  const open = (tag: number) => Uint8Array.of(tag, 0x80);
  return concatBytes([
    open(TAG.sequence),
    oid(CMS_OID.signedData),
    open(contextTag(0)),
    open(TAG.sequence),
    smallInteger(signedDataVersion(contentType)),
    setOf(algorithmIdentifier(digestOid(hash), nullValue())),
    open(TAG.sequence),
    oid(contentType),
    open(contextTag(0)),
    open(TAG.octetString | 0x20),
  ]);
}
