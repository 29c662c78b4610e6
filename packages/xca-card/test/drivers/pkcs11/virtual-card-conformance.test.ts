import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { cardDriverConformance } from '../../../src/testing/index.ts';
import { leftOut, OPENSC_MODULE, PCSCD, VPCD } from '../../support/requirement.ts';
import { makeCardFiles } from '../../support/test-keys.ts';
import { makePivCard, makePivSubject } from '../../support/virtual-card/piv-subject.ts';
import { startVirtualCards, type VirtualCards } from '../../support/virtual-card/virtual-cards.ts';

const reason = leftOut(PCSCD, VPCD, OPENSC_MODULE);

describe.skipIf(reason !== undefined)(`virtual PIV card ${reason ?? ''}`, () => {
  let folder: string;
  let cards: VirtualCards;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kcc-piv-'));
    cards = await startVirtualCards();
    await makePivCard(cards, 'A', makeCardFiles(folder));
    await cards.insert(0, 'A');
  });
  afterAll(async () => {
    await cards.stop();
    rmSync(folder, { recursive: true, force: true });
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
