import type { SignatureAlgorithm } from '../certificate/signature.ts';
import { joinBytes } from './join-bytes.ts';
import type { KeyWrap } from './key-wrap.ts';

/**
 * The container of a sealed package. It is this SDK's reference profile, not the national wire format, which is not
 * published; the first line of every package says so.
 *
 * ```
 * magic line
 * u32 length, header    JSON: id, parties, key fingerprints, cipher, ESW
 * chunk…                u32 length (top bit set on the last one), AES-256-GCM ciphertext and tag
 * u32 length, statement JSON: digests of header, content and envelope; the signer's certificate
 * u32 length, signature RSASSA-PKCS1-v1_5 with SHA-256 over the statement's bytes, or over several together
 * ```
 * Numbers are big-endian. Nothing follows the signature.
 */
export const PACKAGE_MAGIC = 'KCC-REFERENCE-PROFILE-PACKAGE/1 not the national wire format\n';

/** Plain bytes of one chunk; the last may be shorter. */
export const CHUNK_BYTES = 64 * 1024;

/** Bytes that GCM adds to a chunk. */
export const TAG_BYTES = 16;

/** Top bit of a chunk's length: no chunk follows. */
export const LAST_CHUNK = 0x8000_0000;

/** Limits that hold before anything is parsed. */
export const PACKAGE_LIMITS = {
  headerBytes: 32 * 1024 * 1024,
  statementBytes: 64 * 1024,
  signatureBytes: 2048,
  entryHeaderBytes: 16 * 1024,
  envelopeBytes: 16 * 1024 * 1024,
  files: 10_000,
} as const;

/** An office as the package names it. */
export interface PackageParty {
  readonly code: string;
  /** Empty for the office itself. */
  readonly unit: string;
  readonly name: string;
}

/** A receiver with the fingerprints of its certificates, in the order of its keys in the ESW. */
export interface PackageReceiver extends PackageParty {
  readonly keys: readonly string[];
}

/** Readable by the centre, which routes by it; holds nothing of the letter. */
export interface PackageHeader {
  readonly profile: 'reference';
  readonly version: 1;
  readonly id: string;
  readonly sender: PackageParty;
  readonly receivers: readonly PackageReceiver[];
  /** ISO time of sealing by the sender's clock. */
  readonly createdAt: string;
  /** ISO time after which nobody needs to try. */
  readonly expiresAt?: string;
  readonly cipher: 'AES-256-GCM-STREAM';
  readonly keyWrap: KeyWrap;
  readonly chunkBytes: number;
  /** base64, 7 bytes. */
  readonly noncePrefix: string;
  /** The ESW file (加密表單) as XML text. */
  readonly esw: string;
}

/** The bytes that the sender signs. */
export interface PackageStatement {
  readonly profile: 'reference';
  readonly type: 'package';
  readonly version: 1;
  readonly id: string;
  readonly sender: PackageParty;
  readonly receivers: readonly PackageParty[];
  readonly signedAt: string;
  /** Over the magic line, the header's length and the header. */
  readonly headerSha256: string;
  /** Over every chunk with its length. */
  readonly contentSha256: string;
  readonly contentBytes: number;
  /** Over the salt and the EN file; the EN carries the digest of every file. */
  readonly envelopeSha256: string;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** base64 DER. */
  readonly certificate: string;
}

/** Role of a file, as the filelist of the EN groups them. */
export type FileRole = 'print' | 'description' | 'other';

/** What stands before each file inside the encrypted content. */
export interface EntryHeader {
  readonly role: FileRole | 'envelope';
  readonly name: string;
  readonly size: number;
  /** base64; only on the envelope. Keeps a guess of the letter from being checked against the statement. */
  readonly salt?: string;
}

/** Four bytes, big-endian. */
export function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** A length and the bytes. */
export function framed(bytes: Uint8Array): Uint8Array {
  return joinBytes([uint32(bytes.length), bytes]);
}
