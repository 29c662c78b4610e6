import { createHash } from 'node:crypto';
import type { Issue } from '@kcc/validators';
import { parseCertificate } from '../certificate/certificate.ts';
import type { Decrypter } from '../certificate/signer.ts';
import type { Envelope } from '../codec/envelope.ts';
import { readEncryptList } from '../codec/files.ts';
import { ExchangeError } from '../exchange-error.ts';
import { ByteReader } from './byte-reader.ts';
import { type ByteSource, bytesSource, readAll } from './byte-source.ts';
import { createChunkCipher } from './chunk-cipher.ts';
import { fromBase64, utf8 } from './encoding.ts';
import type { FileStore } from './file-store.ts';
import type { PackageHeader } from './format.ts';
import { type KeyWrap, splitWrapped, unwrapShared } from './key-wrap.ts';
import { type OpenedKeys, secretOf } from './opened-keys.ts';
import { readContent, type StoredEntry } from './read-content.ts';
import { readChunk, readHead } from './read-parts.ts';
import { type VerifiedPackage, type VerifyOptions, verifyPackage } from './verify-package.ts';

export interface OpenOptions<T> extends VerifyOptions {
  readonly decrypter: Decrypter;
  /** Where shared keys that the card opened are remembered; without it the card opens every package. */
  readonly openedKeys?: OpenedKeys;
  /** Where the files go; see {@link openPackageBytes} for memory. */
  readonly store: FileStore<T>;
}

/** A package that passed every check. */
export interface OpenedPackage<T> {
  readonly verified: VerifiedPackage;
  readonly envelope: Envelope;
  /** The EN file. */
  readonly envelopeBytes: Uint8Array;
  readonly files: readonly StoredEntry<T>[];
  readonly issues: readonly Issue[];
}

/**
 * Verifies a package, decrypts it, and compares every file with the digests that the sender signed. Streams.
 *
 * Nothing is decrypted before the signature and the sender's certificate hold, and the promise gives files only when
 * every digest holds.
 *
 * @throws {@link ExchangeError} as {@link verifyPackage}, and PACKAGE_NOT_FOR_US, DECRYPTION_FAILED
 */
export async function openPackage<T>(source: ByteSource, options: OpenOptions<T>): Promise<OpenedPackage<T>> {
  const verified = await verifyPackage(source, options);
  const key = await unwrapKey(verified.header, options);
  try {
    const plain = decryptContent(source, verified, key);
    const { envelope, envelopeBytes, salt, files, issues } = await readContent(
      plain,
      verified.header,
      options.store,
    );
    const bound = createHash('sha256').update(salt).update(envelopeBytes).digest('hex');
    if (bound !== verified.statement.envelopeSha256) {
      throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'envelope' } });
    }
    return { verified, envelope, envelopeBytes, files, issues: [...verified.issues, ...issues] };
  } finally {
    key.fill(0);
  }
}

/** Opens a package that fits into memory; each file's `stored` is its bytes. */
export function openPackageBytes(
  bytes: Uint8Array,
  options: VerifyOptions & { readonly decrypter: Decrypter },
): Promise<OpenedPackage<Uint8Array>> {
  return openPackage(bytesSource(bytes), { ...options, store: (_file, content) => readAll(content) });
}

type KeyOptions = Pick<OpenOptions<unknown>, 'decrypter' | 'openedKeys'>;

async function unwrapKey(header: PackageHeader, options: KeyOptions): Promise<Uint8Array> {
  const { fingerprint } = parseCertificate(options.decrypter.certificate);
  const list = readEncryptList(utf8(header.esw));
  for (const [index, receiver] of header.receivers.entries()) {
    const position = receiver.keys.indexOf(fingerprint);
    if (position < 0) continue;
    const entry = list.value.receivers[index];
    const wrapped = entry?.keys[position];
    if (entry?.code !== receiver.code || entry.unit !== receiver.unit || wrapped === undefined) {
      throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'ESW' } });
    }
    return unwrap(wrapped.ciphertext, header.keyWrap, options);
  }
  throw new ExchangeError('PACKAGE_NOT_FOR_US', { details: { id: header.id } });
}

async function unwrap(
  ciphertext: Uint8Array,
  method: KeyWrap,
  { decrypter, openedKeys }: KeyOptions,
): Promise<Uint8Array> {
  const { head, tail } = splitWrapped(ciphertext, method);
  const open = () => decryptKey(head, decrypter);
  if (tail === undefined) return open();
  const shared = await (openedKeys?.get(head, open) ?? open().then(secretOf));
  try {
    return unwrapShared(shared, tail);
  } catch (cause) {
    throw new ExchangeError('DECRYPTION_FAILED', { details: { place: 'key' }, cause });
  }
}

async function decryptKey(ciphertext: Uint8Array, decrypter: Decrypter): Promise<Uint8Array> {
  let key: Uint8Array;
  try {
    key = await decrypter.decrypt(ciphertext, 'oaep-sha256');
  } catch (cause) {
    if (isCoded(cause)) throw cause;
    throw new ExchangeError('DECRYPTION_FAILED', { details: { place: 'key' }, cause });
  }
  if (key.length !== 32) throw new ExchangeError('DECRYPTION_FAILED', { details: { place: 'key' } });
  return key;
}

/** A card that is gone or locked says so itself; its error must not look like a damaged package. */
function isCoded(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'category' in error;
}

async function* decryptContent(source: ByteSource, verified: VerifiedPackage, key: Uint8Array) {
  const reader = new ByteReader(source.open());
  try {
    const { digest } = await readHead(reader);
    if (digest.toString('hex') !== verified.headerSha256)
      throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'header' } });
    const cipher = createChunkCipher(key, fromBase64(verified.header.noncePrefix), digest);
    for (;;) {
      const { sealed, last } = await readChunk(reader);
      yield cipher.open(sealed, last);
      if (last) return;
    }
  } finally {
    await reader.close();
  }
}
