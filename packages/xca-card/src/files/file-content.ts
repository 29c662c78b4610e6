import { createHash, createPublicKey, createVerify } from 'node:crypto';
import type { PublicKey } from '../certificate/public-key.ts';
import type { SignatureScheme } from '../certificate/signature-algorithm.ts';
import { looksLikeAttributes } from '../cms/content-access.ts';
import type { ContentAccess } from '../cms/verify-signer.ts';
import type { ByteFile } from './byte-file.ts';
import type { Range } from './signed-file.ts';

/** Signed attributes are shorter than this; longer content cannot be mistaken for them. */
const ATTRIBUTES_LIMIT = 1 << 16;

/** Access to content that stays in its file, whatever its size. */
export async function contentInFile(file: ByteFile, ranges: readonly Range[]): Promise<ContentAccess> {
  const length = ranges.reduce((sum, range) => sum + range.length, 0);
  return {
    digest: async (hash) => {
      const state = createHash(nodeName(hash));
      for await (const piece of pieces(file, ranges)) state.update(piece);
      return new Uint8Array(state.digest());
    },
    verifyDirect: (signer, scheme, signature) =>
      verifyDirect(signer.publicKey, scheme, signature, pieces(file, ranges)),
    looksLikeAttributes: length < ATTRIBUTES_LIMIT && looksLikeAttributes(await whole(file, ranges)),
  };
}

/** The name under which Node knows a digest. */
export function nodeName(hash: string): string {
  return hash.replace('-', '').toLowerCase();
}

async function* pieces(file: ByteFile, ranges: readonly Range[]): AsyncGenerator<Uint8Array> {
  for (const { offset, length } of ranges) yield* file.pieces(offset, length);
}

async function whole(file: ByteFile, ranges: readonly Range[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces(file, ranges)) parts.push(piece.slice());
  return new Uint8Array(Buffer.concat(parts));
}

/** Verifies a signature over the content itself; WebCrypto cannot take content in pieces. */
async function verifyDirect(
  key: PublicKey,
  scheme: SignatureScheme,
  signature: Uint8Array,
  content: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  if (scheme.kind !== 'rsa-pkcs1' || key.kind !== 'rsa') return false;
  const verifier = createVerify(`RSA-${nodeName(scheme.hash)}`);
  for await (const piece of content) verifier.update(piece);
  const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  return verifier.verify(publicKey, signature);
}
