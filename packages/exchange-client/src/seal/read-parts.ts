import { createHash } from 'node:crypto';
import { ExchangeError } from '../exchange-error.ts';
import { type ByteReader, createByteReader } from './byte-reader.ts';
import {
  CHUNK_BYTES,
  framed,
  LAST_CHUNK,
  PACKAGE_LIMITS,
  PACKAGE_MAGIC,
  type PackageHeader,
  type PackageStatement,
  TAG_BYTES,
} from './format.ts';
import { parseHeader, parseStatement } from './parse-json.ts';

/** The outer parts of a package, digested while they were read; nothing of it is trusted yet. */
export interface PackageParts {
  readonly header: PackageHeader;
  readonly statement: PackageStatement;
  /** The exact bytes that are signed. */
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly headerSha256: string;
  readonly contentSha256: string;
  readonly contentBytes: number;
  readonly packageSha256: string;
  readonly size: number;
}

/** Reads magic line and header; returns the digest that the content is tied to. */
export async function readHead(reader: ByteReader): Promise<{ header: PackageHeader; digest: Buffer }> {
  const magic = Buffer.from(PACKAGE_MAGIC);
  const found = await reader.read(magic.length, 'magic line');
  if (!magic.equals(found))
    throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'magic line' } });
  const bytes = await readFramed(reader, PACKAGE_LIMITS.headerBytes, 'header');
  const digest = createHash('sha256').update(magic).update(framed(bytes)).digest();
  return { header: parseHeader(bytes), digest };
}

/** The content's chunks as they stand, each with its mark. */
export async function* readChunks(reader: ByteReader) {
  for (;;) {
    const frame = await reader.read(4, 'chunk length');
    const value = new DataView(frame.buffer, frame.byteOffset, 4).getUint32(0);
    const last = (value & LAST_CHUNK) !== 0;
    const length = value & ~LAST_CHUNK;
    const bad = length < TAG_BYTES || length > CHUNK_BYTES + TAG_BYTES;
    if (bad) throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'chunk length' } });
    const sealed = await reader.read(length, 'chunk');
    yield { frame, sealed, last };
    if (last) return;
  }
}

/** Reads a whole package once and digests it on the way. */
export async function readParts(chunks: AsyncIterable<Uint8Array>): Promise<PackageParts> {
  const whole = createHash('sha256');
  let size = 0;
  const reader = createByteReader(chunks, (bytes) => {
    whole.update(bytes);
    size += bytes.length;
  });
  try {
    const { header, digest } = await readHead(reader);
    const content = createHash('sha256');
    let contentBytes = 0;
    for await (const { frame, sealed } of readChunks(reader)) {
      content.update(frame).update(sealed);
      contentBytes += frame.length + sealed.length;
    }
    const signedBytes = await readFramed(reader, PACKAGE_LIMITS.statementBytes, 'statement');
    const signature = await readFramed(reader, PACKAGE_LIMITS.signatureBytes, 'signature');
    if (!(await reader.ended())) throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'end' } });
    return {
      header,
      statement: parseStatement(signedBytes),
      signedBytes,
      signature,
      headerSha256: digest.toString('hex'),
      contentSha256: content.digest('hex'),
      contentBytes,
      packageSha256: whole.digest('hex'),
      size,
    };
  } finally {
    await reader.close();
  }
}

async function readFramed(reader: ByteReader, limit: number, place: string): Promise<Uint8Array> {
  const length = await reader.readUint32(place);
  if (length > limit) throw new ExchangeError('TOO_LARGE', { details: { what: place, limit } });
  return reader.read(length, place);
}
