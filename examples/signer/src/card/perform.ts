import type { CardSession, Signer } from '@kcc/xca-card';
import { openCms, signCms } from '@kcc/xca-card/cms';
import { type Answer, success } from '../protocol/answer.ts';
import { ProtocolFailure, RET } from '../protocol/codes.ts';
import type { DecryptJob, Job, SignJob } from '../protocol/job.ts';

/** Does one job on an open card and gives the answer. @throws CardError, ProtocolFailure */
export async function perform(job: Job, session: CardSession, now: () => Date): Promise<Answer> {
  return job.kind === 'sign' ? await sign(job, session, now) : await decrypt(job, session);
}

async function sign(job: SignJob, { signer, card }: CardSession, now: () => Date): Promise<Answer> {
  const signature = await signatureOf(job, signer, now);
  return success('sign', {
    signature: base64(signature),
    certb64: base64(signer.certificate),
    ...(job.withCardNumber ? { cardSN: card.number } : {}),
  });
}

async function signatureOf(job: SignJob, signer: Signer, now: () => Date): Promise<Uint8Array> {
  const { type, content, hash } = job;
  if (type === 'PKCS1') return await signer.sign(content, hash);
  if (type === 'RAW') {
    if (!signer.signDigest) throw new ProtocolFailure(RET.signatureType, 0x70);
    return await signer.signDigest(content, hash);
  }
  if (hash === 'SHA-1') throw new ProtocolFailure(RET.signatureType, 0x70);
  return await signCms(content, signer, { chain: false, hash, signingTime: now() });
}

async function decrypt(job: DecryptJob, { decrypter }: CardSession): Promise<Answer> {
  const plain =
    job.type === 'PKCS7'
      ? await openCms(job.content, decrypter)
      : await decrypter.decrypt(job.content, 'pkcs1');
  return success('decrypt', { plain: Buffer.from(plain).toString(job.plainAsText ? 'utf8' : 'base64') });
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
