import { createHash, randomBytes } from 'node:crypto';
import { buildHeader } from './build-header.ts';
import { createChunkCipher } from './chunk-cipher.ts';
import { base64, utf8 } from './encoding.ts';
import { requireDistinctNames } from './file-name.ts';
import { framed, PACKAGE_MAGIC, type PackageStatement } from './format.ts';
import { joinBytes } from './join-bytes.ts';
import { intoChunks, plainContent } from './plain-content.ts';
import type { SealedPackage, SealRequest, SealSummary } from './seal-request.ts';

/**
 * Seals files for several receivers: hashes each file, encrypts the content once, wraps the key for every
 * encryption certificate, and signs a statement that binds all of it. Streams; memory does not grow with the files.
 *
 * @throws {@link ExchangeError} FILE_NAME_REFUSED, FILE_CHANGED, CERTIFICATE_REFUSED
 */
export function sealPackage(request: SealRequest): SealedPackage {
  if (request.recipients.length === 0) throw new TypeError('recipients must not be empty');
  requireDistinctNames(request.files.map((file) => file.name));
  let summary: SealSummary | undefined;
  return {
    [Symbol.asyncIterator]: () =>
      writePackage(request, (made) => {
        summary = made;
      }),
    summary() {
      if (summary === undefined) throw new RangeError('the package is not complete yet');
      return summary;
    },
  };
}

/** Gives the package piece by piece, and what it holds to `done` before the last piece is taken. */
async function* writePackage(
  request: SealRequest,
  done: (summary: SealSummary) => void,
): AsyncGenerator<Uint8Array> {
  const whole = createHash('sha256');
  let size = 0;
  const counted = (piece: Uint8Array): Uint8Array => {
    whole.update(piece);
    size += piece.length;
    return piece;
  };
  const random = request.random ?? ((length: number) => new Uint8Array(randomBytes(length)));
  const now = (request.now ?? (() => new Date()))();
  const key = random(32);
  const prefix = random(7);
  const salt = random(32);
  const header = buildHeader(request, key, prefix, now);
  const head = joinBytes([utf8(PACKAGE_MAGIC), framed(utf8(JSON.stringify(header)))]);
  yield counted(head);

  const headDigest = createHash('sha256').update(head).digest();
  const cipher = createChunkCipher(key, prefix, headDigest);
  key.fill(0);
  const contentDigest = createHash('sha256');
  let contentBytes = 0;
  const plain = plainContent(request, salt);
  const chunks = intoChunks(plain.stream);
  for await (const { bytes, last } of chunks) {
    const sealed = cipher.seal(bytes, last);
    contentDigest.update(sealed);
    contentBytes += sealed.length;
    yield counted(sealed);
  }

  const { envelope, envelopeBytes } = plain.result();
  const statement: PackageStatement = {
    profile: 'reference',
    type: 'package',
    version: 1,
    id: request.id,
    sender: header.sender,
    receivers: header.receivers.map(({ code, unit, name }) => ({ code, unit, name })),
    signedAt: now.toISOString(),
    headerSha256: headDigest.toString('hex'),
    contentSha256: contentDigest.digest('hex'),
    contentBytes,
    envelopeSha256: createHash('sha256').update(salt).update(envelopeBytes).digest('hex'),
    signatureAlgorithm: request.signer.algorithm ?? 'RSASSA-PKCS1-v1_5-SHA-256',
    certificate: base64(request.signer.certificate),
  };
  const signed = utf8(JSON.stringify(statement));
  const signature = await request.signer.sign(signed, 'SHA-256');
  const tail = counted(joinBytes([framed(signed), framed(signature)]));
  const packageSha256 = whole.digest('hex');
  done({ header, statement, envelope, envelopeBytes, salt: base64(salt), packageSha256, size });
  yield tail;
}
