import { cmsIssue } from '../cms/cms-issues.ts';
import { contentInMemory } from '../cms/content-access.ts';
import { readContentInfo, reading } from '../cms/content-info.ts';
import { CMS_OID } from '../cms/oids.ts';
import { readSignedData } from '../cms/signed-data.ts';
import { type CmsVerification, verifySignedData } from '../cms/verify.ts';
import type { VerifyOptions } from '../cms/verify-options.ts';
import type { ContentAccess } from '../cms/verify-signer.ts';
import { DerError } from '../der/element.ts';
import { CardError } from '../errors/card-error.ts';
import { type ByteFile, openByteFile } from './byte-file.ts';
import { contentInFile } from './file-content.ts';
import { readSignedFile, type SignedFile } from './signed-file.ts';

export interface VerifyFileOptions extends VerifyOptions {
  /** Path of the content of a detached signature. */
  readonly contentPath?: string;
}

/**
 * Verifies a signature in a file without loading the content, neither attached nor detached.
 *
 * @param path the signature: DER, BER or PEM
 * @throws CardError `CMS_MALFORMED`
 */
export async function verifyFile(
  path: string,
  options: VerifyFileOptions,
): Promise<Omit<CmsVerification, 'content'>> {
  const file = await openByteFile(path);
  try {
    const signed = await readSigned(file);
    if (options.contentPath === undefined) {
      return await verifySignedData(signed.data, await attachedContent(file, signed), options);
    }
    return await verifyWithContent(file, signed, options.contentPath, options);
  } finally {
    await file.close();
  }
}

async function verifyWithContent(
  file: ByteFile,
  signed: SignedFile,
  contentPath: string,
  options: VerifyOptions,
): Promise<CmsVerification> {
  const contentFile = await openByteFile(contentPath);
  try {
    const given = await contentInFile(contentFile, [{ offset: 0, length: contentFile.size }]);
    if (!signed.content && !signed.data.content) return await verifySignedData(signed.data, given, options);
    const attached = await attachedContent(file, signed);
    const result = await verifySignedData(signed.data, attached, options);
    const digests = await Promise.all([attached.digest('SHA-256'), given.digest('SHA-256')]);
    if (Buffer.from(digests[0] ?? []).equals(Buffer.from(digests[1] ?? []))) return result;
    return {
      ...result,
      valid: false,
      grade: 'invalid',
      issues: [...result.issues, cmsIssue('CMS_CONTENT_DIFFERS', 0)],
    };
  } finally {
    await contentFile.close();
  }
}

async function attachedContent(file: ByteFile, signed: SignedFile): Promise<ContentAccess> {
  return signed.content ? contentInFile(file, signed.content) : contentInMemory(signed.data.content);
}

/** Reads a binary message in place, PEM as a whole. */
async function readSigned(file: ByteFile): Promise<SignedFile> {
  try {
    const [first] = await file.read(0, Math.min(1, file.size));
    if (first === 0x30) return await readSignedFile(file);
    return { data: await readPemFile(file) };
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('CMS_MALFORMED', { details: { reason: cause.message }, cause });
  }
}

/** Content of a PEM message is in memory already; it is small enough for text. */
async function readPemFile(file: ByteFile) {
  const bytes = await file.read(0, file.size);
  return reading(() => {
    const { type, content } = readContentInfo(bytes);
    if (type !== CMS_OID.signedData) throw new DerError('not a signed message');
    return readSignedData(content);
  });
}
