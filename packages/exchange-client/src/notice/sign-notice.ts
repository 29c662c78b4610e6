import type { Signer } from '../certificate/signer.ts';
import { writeMessage } from '../codec/files.ts';
import { writeExchangeTime } from '../codec/time.ts';
import { digestOf } from '../digest-of.ts';
import { base64, utf8 } from '../seal/encoding.ts';
import { framed, type PackageParty } from '../seal/format.ts';
import { joinBytes } from '../seal/join-bytes.ts';
import { NOTICE_MAGIC, type NoticeKind, type NoticeStatement } from './notice.ts';

export interface NoticeContent {
  readonly kind: NoticeKind;
  readonly id: string;
  readonly sender: PackageParty;
  readonly receiver: PackageParty;
  readonly packageSha256: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly at: Date;
  readonly reason?: string;
}

/** A signed notice as bytes, under the name of their digest. */
export interface SignedNotice {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly statement: NoticeStatement;
}

/** Signs a notice: magic line, then statement and signature, each behind its 32-bit length. */
export async function signNotice(content: NoticeContent, signer: Signer): Promise<SignedNotice> {
  const { kind, id, sender, receiver, packageSha256, files, at, reason } = content;
  const statement: NoticeStatement = {
    profile: 'reference',
    type: 'notice',
    version: 1,
    kind,
    id,
    sender,
    receiver,
    packageSha256,
    files: files.map(({ name, sha256 }) => ({ name, sha256 })),
    at: at.toISOString(),
    ...(reason === undefined ? {} : { reason }),
    message: messageText(content),
    signatureAlgorithm: signer.algorithm ?? 'RSASSA-PKCS1-v1_5-SHA-256',
    certificate: base64(signer.certificate),
  };
  const signed = utf8(JSON.stringify(statement));
  const signature = await signer.sign(signed, 'SHA-256');
  const bytes = joinBytes([utf8(NOTICE_MAGIC), framed(signed), framed(signature)]);
  return { bytes, sha256: digestOf(bytes), statement };
}

function messageText({ kind, id, sender, receiver, packageSha256, at, reason }: NoticeContent): string {
  const bytes = writeMessage({
    sender: receiver,
    receivers: [sender],
    exchangeId: id,
    processId: packageSha256,
    applicationId: id,
    time: writeExchangeTime(at),
    code: kind,
    note: reason ?? '',
  });
  return new TextDecoder().decode(bytes);
}
