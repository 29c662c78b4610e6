import {
  type CertificateChecker,
  type ParsedCertificate,
  parseCertificate,
  requireUsable,
  sameCertificate,
} from '../certificate/certificate.ts';
import { isSignatureAlgorithm, verifySignature } from '../certificate/signature.ts';
import { ExchangeError } from '../exchange-error.ts';
import { ByteCursor } from '../seal/byte-reader.ts';
import { fromBase64 } from '../seal/encoding.ts';
import { PACKAGE_LIMITS } from '../seal/format.ts';
import { parseObject } from '../seal/parse-json.ts';
import { NOTICE_MAGIC, type NoticeStatement, type ParsedNotice, parseNoticeKind } from './notice.ts';

/** What the sender knows of its dispatch and the recipient; a notice must agree with all of it. */
export interface NoticeExpectation {
  readonly id: string;
  readonly senderCode: string;
  readonly receiverCode: string;
  readonly packageSha256: string;
  /** Name and digest of every file that was sent. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  /** Registered certificates of those who may sign this notice. */
  readonly certificates: readonly Uint8Array[];
  readonly checker?: CertificateChecker;
  readonly now: Date;
}

const MAGIC = Buffer.from(NOTICE_MAGIC);

/**
 * Takes a notice apart without trusting it.
 *
 * @throws {@link ExchangeError} RECEIPT_INVALID
 */
export function parseNotice(bytes: Uint8Array): ParsedNotice {
  if (!MAGIC.equals(bytes.subarray(0, MAGIC.length))) throw invalid('不是收文確認訊息');
  const cursor = new ByteCursor([bytes.subarray(MAGIC.length)]);
  try {
    const signedBytes = cursor.readFramed(PACKAGE_LIMITS.headerBytes, 'notice');
    const signature = cursor.readFramed(PACKAGE_LIMITS.signatureBytes, 'notice');
    if (!cursor.ended) throw invalid('結尾多出內容');
    return { statement: parseNoticeStatement(signedBytes), signedBytes, signature };
  } catch (cause) {
    if (cause instanceof ExchangeError && cause.code === 'RECEIPT_INVALID') throw cause;
    throw invalid('結構損毀', cause);
  }
}

/**
 * Verifies that a notice is signed by the recipient and speaks of exactly our dispatch.
 *
 * @throws {@link ExchangeError} RECEIPT_INVALID, CERTIFICATE_REFUSED
 */
export async function verifyNotice(
  notice: ParsedNotice,
  expected: NoticeExpectation,
): Promise<{ readonly statement: NoticeStatement; readonly certificate: ParsedCertificate }> {
  const { statement, signedBytes, signature } = notice;
  if (statement.id !== expected.id) throw invalid('識別碼不同');
  if (statement.sender.code !== expected.senderCode) throw invalid('發文者不同');
  if (statement.receiver.code !== expected.receiverCode) throw invalid('受文者不同');
  if (statement.packageSha256 !== expected.packageSha256) throw invalid('封裝雜湊不同');
  const whole = statement.kind === 'registered' || statement.kind === 'returned';
  if (whole && !sameFiles(statement.files, expected.files)) throw invalid('檔案雜湊不同');
  const der = fromBase64(statement.certificate);
  const registered = expected.certificates.find((known) => sameCertificate(known, der));
  if (registered === undefined) throw invalid('簽章者不是登錄的憑證');
  const certificate = parseCertificate(registered);
  const { publicKey } = certificate;
  if (!verifySignature(statement.signatureAlgorithm, signedBytes, publicKey, signature))
    throw invalid('簽章不符');
  await requireUsable(certificate, expected.now, expected.checker);
  return { statement, certificate };
}

function sameFiles(
  a: readonly { readonly name: string; readonly sha256: string }[],
  b: readonly { readonly name: string; readonly sha256: string }[],
): boolean {
  const key = (list: typeof a) => list.map(({ name, sha256 }) => `${sha256} ${name}`).sort();
  return JSON.stringify(key(a)) === JSON.stringify(key(b));
}

function parseNoticeStatement(bytes: Uint8Array): NoticeStatement {
  const fields = parseObject(bytes, 'notice');
  const known = fields.profile === 'reference' && fields.type === 'notice' && fields.version === 1;
  const { signatureAlgorithm } = fields;
  if (!known || !isSignatureAlgorithm(signatureAlgorithm)) throw invalid('未知的格式');
  if (!Array.isArray(fields.files)) throw invalid('結構損毀');
  return {
    profile: 'reference',
    type: 'notice',
    version: 1,
    kind: parseNoticeKind(fields.kind),
    id: text(fields.id),
    sender: party(fields.sender),
    receiver: party(fields.receiver),
    packageSha256: text(fields.packageSha256),
    files: fields.files.map((file: unknown) => ({
      name: text(part(file, 'name')),
      sha256: text(part(file, 'sha256')),
    })),
    at: text(fields.at),
    ...(fields.reason === undefined ? {} : { reason: text(fields.reason) }),
    message: text(fields.message),
    signatureAlgorithm,
    certificate: text(fields.certificate),
  };
}

function party(value: unknown) {
  return {
    code: text(part(value, 'code')),
    unit: text(part(value, 'unit')),
    name: text(part(value, 'name')),
  };
}

function part(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw invalid('結構損毀');
  // Any object from JSON may be asked for a key.
  return (value as Readonly<Record<string, unknown>>)[name];
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw invalid('結構損毀');
  return value;
}

function invalid(reason: string, cause?: unknown): ExchangeError {
  return new ExchangeError('RECEIPT_INVALID', {
    details: { reason },
    ...(cause === undefined ? {} : { cause }),
  });
}
