import { createHash } from 'node:crypto';
import { ExchangeError } from '../exchange-error.ts';
import { ByteReader, uint32At } from './byte-reader.ts';
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

/** Magic line and header as they stand, and the digest over both, which the content is tied to. */
export interface PackageHead {
  readonly headerBytes: Uint8Array;
  readonly digest: Buffer;
}

const MAGIC = Buffer.from(PACKAGE_MAGIC);

export async function readHead(reader: ByteReader): Promise<PackageHead> {
  if (!MAGIC.equals(await reader.read(MAGIC.length, 'magic line')))
    throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'magic line' } });
  const headerBytes = await reader.readFramed(PACKAGE_LIMITS.headerBytes, 'header');
  const digest = createHash('sha256').update(MAGIC).update(framed(headerBytes)).digest();
  return { headerBytes, digest };
}

/** A chunk of the content as it stands. */
export interface SealedChunk {
  /** Its length with the mark of the last one. */
  readonly frame: Uint8Array;
  /** Ciphertext and tag. */
  readonly sealed: Uint8Array;
  readonly last: boolean;
}

export async function readChunk(reader: ByteReader): Promise<SealedChunk> {
  const frame = await reader.read(4, 'chunk length');
  const value = uint32At(frame);
  const length = value & ~LAST_CHUNK;
  const bad = length < TAG_BYTES || length > CHUNK_BYTES + TAG_BYTES;
  if (bad) throw new ExchangeError('PACKAGE_MALFORMED', { details: { place: 'chunk length' } });
  return { frame, sealed: await reader.read(length, 'chunk'), last: (value & LAST_CHUNK) !== 0 };
}

/** Reads a whole package once and digests it on the way. */
export async function readParts(chunks: AsyncIterable<Uint8Array>): Promise<PackageParts> {
  const whole = createHash('sha256');
  let size = 0;
  const reader = new ByteReader(chunks, (bytes) => {
    whole.update(bytes);
    size += bytes.length;
  });
  try {
    const { headerBytes, digest } = await readHead(reader);
    const header = parseHeader(headerBytes);
    const content = createHash('sha256');
    let contentBytes = 0;
    for (let last = false; !last; ) {
      const chunk = await readChunk(reader);
      content.update(chunk.frame).update(chunk.sealed);
      contentBytes += chunk.frame.length + chunk.sealed.length;
      last = chunk.last;
    }
    const signedBytes = await reader.readFramed(PACKAGE_LIMITS.statementBytes, 'statement');
    const signature = await reader.readFramed(PACKAGE_LIMITS.signatureBytes, 'signature');
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
