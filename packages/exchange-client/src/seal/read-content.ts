import { createHash } from 'node:crypto';
import type { Issue } from '@kcc/validators';
import type { Envelope, EnvelopeFile } from '../codec/envelope.ts';
import { readEnvelope } from '../codec/files.ts';
import { ExchangeError } from '../exchange-error.ts';
import { ByteReader } from './byte-reader.ts';
import { fromBase64 } from './encoding.ts';
import { requireDistinctNames, requireFileName } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import { type FileRole, PACKAGE_LIMITS, type PackageHeader } from './format.ts';
import { parseEntryHeader } from './parse-json.ts';
import { sameParties, sameParty } from './verify-package.ts';

/** One file of an opened package and where it was put. */
export interface StoredEntry<T> {
  readonly role: FileRole;
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the plain bytes, equal to what the envelope lists. */
  readonly sha256: string;
  readonly stored: T;
}

export interface PlainContent<T> {
  readonly envelope: Envelope;
  readonly envelopeBytes: Uint8Array;
  readonly salt: Uint8Array;
  readonly files: readonly StoredEntry<T>[];
  readonly issues: readonly Issue[];
}

/** Takes the decrypted content apart and compares it with the envelope at its end. */
export async function readContent<T>(
  plain: AsyncIterable<Uint8Array>,
  header: PackageHeader,
  store: FileStore<T>,
): Promise<PlainContent<T>> {
  const reader = new ByteReader(plain);
  const files: StoredEntry<T>[] = [];
  try {
    for (;;) {
      const entry = await readEntryHeader(reader);
      if (entry.role === 'envelope') {
        if (entry.size > PACKAGE_LIMITS.envelopeBytes) {
          throw new ExchangeError('TOO_LARGE', {
            details: { what: 'EN', limit: PACKAGE_LIMITS.envelopeBytes },
          });
        }
        const envelopeBytes = new Uint8Array(await reader.read(entry.size, 'EN'));
        if (!(await reader.ended()))
          throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'content end' } });
        const { value, issues } = readEnvelope(envelopeBytes);
        requireListed(value, header, files);
        return { envelope: value, envelopeBytes, salt: fromBase64(entry.salt ?? ''), files, issues };
      }
      requireFileName(entry.name);
      if (files.length >= PACKAGE_LIMITS.files) {
        throw new ExchangeError('TOO_LARGE', { details: { what: 'files', limit: PACKAGE_LIMITS.files } });
      }
      files.push(await storeEntry(reader, { role: entry.role, name: entry.name, size: entry.size }, store));
    }
  } finally {
    await reader.close();
  }
}

async function readEntryHeader(reader: ByteReader) {
  return parseEntryHeader(await reader.readFramed(PACKAGE_LIMITS.entryHeaderBytes, 'entry'));
}

async function storeEntry<T>(
  reader: ByteReader,
  file: { readonly role: FileRole; readonly name: string; readonly size: number },
  store: FileStore<T>,
): Promise<StoredEntry<T>> {
  const digest = createHash('sha256');
  let left = file.size;
  async function* content() {
    while (left > 0) {
      const piece = await reader.readSome(left, file.name);
      left -= piece.length;
      digest.update(piece);
      yield piece;
    }
  }
  const stored = await store(file, content());
  if (left > 0) throw new RangeError('store did not take the whole content');
  return { ...file, sha256: digest.digest('hex'), stored };
}

function requireListed(
  envelope: Envelope,
  header: PackageHeader,
  files: readonly StoredEntry<unknown>[],
): void {
  requireDistinctNames(files.map((file) => file.name));
  const mismatch = (what: string) => new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what } });
  if (!sameParty(envelope.sender, header.sender)) throw mismatch('EN sender');
  if (!sameParties(envelope.receivers, header.receivers)) throw mismatch('EN receivers');
  const listed = [envelope.print, envelope.description, ...envelope.others].filter(
    (file): file is EnvelopeFile => file !== undefined,
  );
  if (listed.length !== files.length) throw mismatch('EN filelist');
  for (const file of files) {
    const entry = listed.find((item) => item.name === file.name);
    if (entry?.algorithm !== 'sha256' || entry.hash !== file.sha256) throw mismatch(file.name);
  }
}
