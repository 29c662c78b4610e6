import { constants, publicEncrypt, X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardSession } from '../../../src/card/card.ts';
import { isCardError } from '../../../src/errors/index.ts';
import { processesWith } from '../../support/processes.ts';
import { createRandom } from '../../support/random.ts';
import { leftOut, OPENSC_MODULE, PCSCD, VPCD } from '../../support/requirement.ts';
import { testCardFiles } from '../../support/test-keys.ts';
import {
  makePivCard,
  makePivSubject,
  PIV_PIN,
  type PivSubject,
} from '../../support/virtual-card/piv-subject.ts';
import { startVirtualCards, type VirtualCards } from '../../support/virtual-card/virtual-cards.ts';

const reason = leftOut(PCSCD, VPCD, OPENSC_MODULE);

/** Each takes about a second, most of it pcscd's own. */
const ROUNDS = Number(process.env.KCC_REMOVALS ?? (process.env.KCC_PROOF === '1' ? 200 : 8));
const SHARE = ROUNDS < 200 ? `${ROUNDS} times, 200 times under KCC_PROOF=1` : `${ROUNDS} times`;
const SEED = Number(process.env.KCC_SEED ?? 20_261_124);
const LIMIT_MS = 2_000;

/** What may come out of an operation whose card is pulled; a PIN is never called wrong because of it. */
const ALLOWED = new Set(['CARD_REMOVED', 'CARD_NOT_FOUND', 'SESSION_CLOSED']);

describe.skipIf(reason !== undefined)(`card pulled at random moments ${reason ?? ''}`, () => {
  let cards: VirtualCards;
  beforeAll(async () => {
    cards = await startVirtualCards();
    await makePivCard(cards, 'A', testCardFiles());
    await cards.insert(0, 'A');
  });
  afterAll(async () => {
    await cards.stop();
  });

  const decrypt = async ({ decrypter }: CardSession) => {
    const key = new X509Certificate(decrypter.certificate).publicKey;
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    await decrypter.decrypt(publicEncrypt({ key, ...padding }, Buffer.from('secret')), 'oaep-sha256');
  };
  const operations: readonly ((
    subject: PivSubject,
    session: CardSession,
    readerId: string,
  ) => Promise<unknown>)[] = [
    async (_subject, { signer }) => await Promise.all([1, 2, 3].map(() => signer.sign(new Uint8Array(64)))),
    async (_subject, session) => await decrypt(session),
    async ({ driver }) => await driver.readers(),
    async ({ driver }, _session, id) => await (await driver.open(id, PIV_PIN)).close(),
  ];

  it(
    `gives a coded error within ${LIMIT_MS} ms, ${SHARE}, and leaves no process behind (seed ${SEED})`,
    async () => {
      const random = createRandom(SEED);
      const subject = await makePivSubject(cards, 'A');
      const longest = { ms: 0, round: -1 };
      for (let round = 0; round < ROUNDS; round += 1) {
        await cards.setLatency(0, Math.floor(random() * 12));
        const [reader] = await subject.driver.readers();
        const session = await subject.driver.open(reader?.id ?? '', PIV_PIN);
        const operation = operations[round % operations.length];
        const outcome = operation?.(subject, session, reader?.id ?? '').then(
          () => undefined,
          (error: unknown) => error,
        );
        await new Promise((resolve) => setTimeout(resolve, random() * 80));
        const pulled = performance.now();
        await cards.pull(0);
        const error = await outcome;
        const took = performance.now() - pulled;
        if (took > longest.ms) Object.assign(longest, { ms: took, round });
        if (error !== undefined) {
          expect(isCardError(error) ? error.code : String(error), `round ${round}`).toSatisfy(
            (code: string) => ALLOWED.has(code),
          );
        }
        await session.close();
        await subject.remove();
        await cards.setLatency(0, 0);
        await subject.insert();
      }
      expect(longest.ms, `round ${longest.round}`).toBeLessThan(LIMIT_MS);
      expect((await cards.state('A')).pinTries).toBe(3);
      await subject.dispose();
      const socket = cards.env.PCSCLITE_CSOCK_NAME ?? '';
      expect(processesWith('PCSCLITE_CSOCK_NAME', socket)).toEqual([]);
    },
    30_000 + ROUNDS * 6_000,
  );
});
