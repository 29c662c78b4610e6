import { verifySignature } from '../certificate/verify-signature.ts';
import { concatBytes } from '../der/bytes.ts';
import { childrenOf, DerError, readWhole } from '../der/element.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { source } from '../der/web-crypto.ts';
import { readAttributes } from './attributes.ts';
import { CMS_OID } from './oids.ts';
import type { ContentAccess } from './verify-signer.ts';

/** Content that lies in memory; undefined for a detached signature whose content nobody gave. */
export function contentInMemory(content: Uint8Array | undefined): ContentAccess {
  if (!content) return { digest: () => undefined, verifyDirect: () => undefined, looksLikeAttributes: false };
  return {
    digest: async (hash) => new Uint8Array(await crypto.subtle.digest(hash, source(content))),
    verifyDirect: async (signer, scheme, signature) =>
      (await verifySignature(signer.publicKey, scheme, signature, content)) === 'valid',
    looksLikeAttributes: looksLikeAttributes(content),
  };
}

/**
 * True for the DER of signed attributes. A signature over attributes also verifies over content of the same bytes when the
 * attributes are taken out of the message; nobody signs such content on purpose.
 */
export function looksLikeAttributes(content: Uint8Array): boolean {
  if (content[0] !== TAG.set) return false;
  try {
    childrenOf(readWhole(content, TAG.set));
    const asField = concatBytes([Uint8Array.of(contextTag(0)), content.subarray(1)]);
    const { values } = readAttributes(readWhole(asField));
    return values.has(CMS_OID.contentType) || values.has(CMS_OID.messageDigest);
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}
