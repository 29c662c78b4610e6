import { parseCertificate } from '../../certificate/certificate.ts';
import { writePem } from '../../der/pem.ts';
import { type CardRecord, loadCertificates } from './card-record.ts';
import { buildCrl, type CrlEntrySpec } from './gpki/crl-writer.ts';
import { type AuthorityId, ISSUERS, issuerOf, PARENTS, ROOTS, type TestGpki } from './gpki/test-gpki.ts';
import { stateOf, suspendedSince } from './life.ts';
import type { SoftStore } from './soft-store.ts';

const DAY = 86_400_000;

/** A published list. */
export interface PublishedCrl {
  /** File name such as `xca-complete.crl`. */
  readonly name: string;
  readonly der: Uint8Array;
}

/** Lists of the simulated authorities as of the store's now: revoked cards, suspended ones on hold. Valid for a day. */
export async function publishCrls(store: SoftStore): Promise<readonly PublishedCrl[]> {
  const gpki = await store.gpki();
  const cards = await Promise.all((await store.cardNumbers()).map((number) => store.card(number)));
  const now = store.now();
  const lists = await Promise.all(
    [...ROOTS, ...ISSUERS].map((id) =>
      listsOf(
        gpki,
        id,
        cards.filter(({ authority }) => authority === id),
        now,
      ),
    ),
  );
  const published = lists.flat();
  for (const { name, der } of published) await store.storage.write(`crl/${name}`, der);
  return published;
}

/** Writes the certificates of the simulated GPKI, roots and issuers, as PEM files into `trust/`. */
export async function publishTrust(store: SoftStore): Promise<void> {
  const gpki = await store.gpki();
  for (const { id, certificate } of Object.values(gpki.authorities)) {
    const pem = new TextEncoder().encode(writePem('CERTIFICATE', certificate));
    await store.storage.write(`trust/${id}.crt`, pem);
  }
}

async function listsOf(
  gpki: TestGpki,
  id: AuthorityId,
  cards: readonly CardRecord[],
  now: Date,
): Promise<PublishedCrl[]> {
  const entries = cards.flatMap((card) => entriesOf(card, now));
  const dates = {
    thisUpdate: now,
    nextUpdate: new Date(now.getTime() + DAY),
    number: Math.floor(now.getTime() / 1000),
  };
  const issuer = issuerOf(gpki, id);
  const partition = `${gpki.baseUrl}/${id}/CRL_0001.crl`;
  const complete = { name: `${id}-complete.crl`, der: await buildCrl({ ...dates, entries }, issuer) };
  if (PARENTS[id] === id) return [complete];
  return [
    complete,
    { name: `${id}-0001.crl`, der: await buildCrl({ ...dates, entries, partition }, issuer) },
  ];
}

function entriesOf(card: CardRecord, now: Date): CrlEntrySpec[] {
  const state = stateOf(card, now);
  const revokedAt = card.revoked ? new Date(card.revoked.at) : suspendedSince(card);
  const reason = state === 'suspended' ? 'certificateHold' : card.revoked?.reason;
  if (reason === undefined) return [];
  return loadCertificates(card)
    .filter(({ use }) => use === 'sign' || use === 'exchange')
    .map(({ der }) => ({ serial: parseCertificate(der).serialBytes, revokedAt, reason }));
}
