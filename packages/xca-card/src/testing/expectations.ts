import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import type { Card, CardCertificate, CardSession, HashName, KeyUse, Reader } from '../card/card.ts';
import { CardError } from '../errors/card-error.ts';
import type { CardErrorCode } from '../errors/card-errors.ts';
import type { DriverSubject } from './subject.ts';

/** Fails a test with a sentence. */
export function expectThat(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

/** The coded error that the promise is rejected with; one of the codes, and without the secret anywhere. */
export async function expectCode(
  promise: Promise<unknown>,
  codes: CardErrorCode | readonly CardErrorCode[],
  secrets: readonly string[] = [],
): Promise<CardError> {
  const wanted: readonly string[] = typeof codes === 'string' ? [codes] : codes;
  const error = await promise.then(
    () => new Error(`resolved, but ${wanted.join(' or ')} was expected`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof CardError)) throw error;
  expectThat(
    wanted.includes(error.code),
    `${error.code} instead of ${wanted.join(' or ')}: ${error.message}`,
  );
  const all = `${error.message} ${error.stack ?? ''} ${JSON.stringify(error.details)} ${String(error.cause ?? '')}`;
  for (const secret of secrets) expectThat(!all.includes(secret), `${error.code} contains a PIN`);
  return error;
}

/** The first reader that holds a card. */
export async function readerWithCard({ driver }: DriverSubject): Promise<Reader & { readonly card: Card }> {
  const reader = (await driver.readers()).find(({ card }) => card !== undefined);
  if (reader?.card === undefined) throw new Error('no reader with a card');
  return { ...reader, card: reader.card };
}

export async function openCard(subject: DriverSubject, allowLastTry = false): Promise<CardSession> {
  const { id } = await readerWithCard(subject);
  return await subject.driver.open(id, subject.pin, { allowLastTry });
}

export function certificateFor(card: Card, use: KeyUse): CardCertificate {
  const found = card.certificates.find((certificate) => certificate.use === use);
  if (found === undefined) throw new Error(`no ${use} certificate`);
  return found;
}

/** Checks a raw RSASSA-PKCS1-v1_5 signature with Node's own cryptography. */
export function expectSignature(
  der: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
  hash: HashName,
): void {
  const key = publicKeyOf(der);
  const good = verify(hash.replace('-', '').toLowerCase(), data, key, signature);
  expectThat(good, `the ${hash} signature over ${data.length} bytes does not verify`);
}

export function publicKeyOf(der: Uint8Array) {
  return createPublicKey(new X509Certificate(der).publicKey.export({ type: 'spki', format: 'pem' }));
}

/** Another PIN of the same length. */
export function wrongPin(pin: string): string {
  const last = pin.at(-1) === '1' ? '2' : '1';
  return pin.slice(0, -1) + last;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
