import type { Card, CardDriver, Reader } from '@kcc/xca-card';
import { parseCertificate } from '@kcc/xca-card/certificate';
import { ProtocolFailure, RET } from '../protocol/codes.ts';
import type { Job } from '../protocol/job.ts';

export type ReaderWithCard = Reader & { readonly card: Card };

/** The card that a job means. @throws ProtocolFailure 0x76100003, 0x76000006 */
export async function findCard(driver: CardDriver, job: Job): Promise<ReaderWithCard> {
  const all = await driver.readers();
  const readers = job.reader === undefined ? all : all.filter(({ name }) => name.trim() === job.reader);
  if (readers.length === 0) throw new ProtocolFailure(RET.noReader, 0x03);
  for (const { card, ...reader } of readers) if (card !== undefined) return { ...reader, card };
  throw new ProtocolFailure(RET.noCard, 0xe0);
}

/**
 * Refuses, before anybody is asked, what the card cannot do: another key than cert1, or a certificate out of its time.
 *
 * @throws ProtocolFailure 0x7610000D, 0x76500001, 0x76500002
 */
export function checkJob(job: Job, { card }: ReaderWithCard, at: Date): void {
  if (job.kind !== 'sign') return;
  const certificate = card.certificates.find(({ use }) => use === 'sign');
  if (certificate === undefined) throw new ProtocolFailure(0x76001001);
  if (job.keyId !== undefined && job.keyId !== certificate.id) throw new ProtocolFailure(RET.noKey, 0x82);
  if (!job.checkValidity) return;
  const { notBefore, notAfter } = parseCertificate(certificate.der);
  if (at < notBefore) throw new ProtocolFailure(RET.notYetValid);
  if (at > notAfter) throw new ProtocolFailure(RET.expired);
}
