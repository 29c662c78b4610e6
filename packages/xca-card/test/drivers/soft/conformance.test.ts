import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, it } from 'vitest';
import {
  createMemoryStorage,
  createSoftDriver,
  insertCard,
  openSoftStore,
  removeCard,
  type SoftStorage,
} from '../../../src/drivers/soft/index.ts';
import { cardDriverConformance, type DriverSubject } from '../../../src/testing/index.ts';
import { makeWorld, PIN, type World } from '../../support/world.ts';

const abilities = { describe, it, tries: 3, removal: true, changePin: true } as const;

let template: World;

beforeAll(async () => {
  template = await makeWorld();
});

/** A copy of the same opened card in another place: making new keys for every test would take minutes. */
async function subjectIn(place: string | SoftStorage, cleanUp: () => void): Promise<DriverSubject> {
  const { gpki, card } = template;
  const store = openSoftStore(place, { rounds: 1, gpki });
  await store.saveCard(await template.store.card(card.number));
  await insertCard(store, card.number);
  const driver = createSoftDriver({ store, pollMs: 5 });
  return {
    driver,
    pin: PIN,
    remove: () => removeCard(store),
    insert: () => insertCard(store, card.number),
    dispose: async () => {
      await driver.close();
      cleanUp();
    },
  };
}

cardDriverConformance(
  'simulated card in memory',
  () => subjectIn(createMemoryStorage(), () => undefined),
  abilities,
);

cardDriverConformance(
  'simulated card in a folder',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'xca-card-'));
    return subjectIn(folder, () => rmSync(folder, { recursive: true, force: true }));
  },
  abilities,
);
