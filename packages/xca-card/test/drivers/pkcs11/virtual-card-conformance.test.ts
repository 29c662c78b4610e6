import { afterAll, beforeAll, describe, it } from 'vitest';
import { cardDriverConformance } from '../../../src/testing/index.ts';
import { leftOut, OPENSC_MODULE, PCSCD, VPCD } from '../../support/requirement.ts';
import { testCardFiles } from '../../support/test-keys.ts';
import { makePivCard, makePivSubject } from '../../support/virtual-card/piv-subject.ts';
import { startVirtualCards, type VirtualCards } from '../../support/virtual-card/virtual-cards.ts';

const reason = leftOut(PCSCD, VPCD, OPENSC_MODULE);

describe.skipIf(reason !== undefined)(`virtual PIV card ${reason ?? ''}`, () => {
  let cards: VirtualCards;
  beforeAll(async () => {
    cards = await startVirtualCards();
    await makePivCard(cards, 'A', testCardFiles());
    await cards.insert(0, 'A');
  });
  afterAll(async () => {
    await cards.stop();
  });

  cardDriverConformance(
    'PKCS#11 on a virtual PIV card behind pcscd and OpenSC',
    () => makePivSubject(cards, 'A'),
    {
      describe,
      it,
      tries: 3,
      removal: true,
      changePin: true,
      hashes: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
    },
  );
});
