import {
  createPkcs11Driver,
  type Pkcs11Driver,
  type Pkcs11DriverOptions,
} from '../../../src/drivers/pkcs11/index.ts';
import type { DriverSubject } from '../../../src/testing/index.ts';
import { builtHost } from '../built-host.ts';
import type { TestCardFiles } from '../test-keys.ts';
import type { VirtualCards } from './virtual-cards.ts';

export const PIV_PIN = '246802';

export interface PivSubject extends DriverSubject {
  readonly driver: Pkcs11Driver;
  /** Name of the card, for the state of its counters. */
  readonly card: string;
  remove(): Promise<void>;
  insert(): Promise<void>;
}

/**
 * A driver for a card in slot 0 that has all its tries. The card stays inserted between subjects, because pcscd takes most
 * of a second for an insertion.
 */
export async function makePivSubject(
  cards: VirtualCards,
  card: string,
  options: Pkcs11DriverOptions = {},
): Promise<PivSubject> {
  let inserted = true;
  await cards.restore(card);
  const driver = createPkcs11Driver({
    module: cards.module,
    env: cards.env,
    host: await builtHost(),
    pollInterval: 100,
    ...options,
  });
  return {
    driver,
    card,
    pin: PIV_PIN,
    remove: async () => {
      inserted = false;
      await cards.remove(0);
    },
    insert: async () => {
      await cards.insert(0, card);
      inserted = true;
    },
    dispose: async () => {
      await driver.close();
      await cards.setLatency(0, 0);
      if (!inserted) await cards.insert(0, card);
    },
  };
}

export async function makePivCard(cards: VirtualCards, name: string, files: TestCardFiles): Promise<void> {
  const keys = { '9c': files.sign, '9d': files.exchange };
  await cards.make({ name, pin: PIV_PIN, puk: '13579086', keys });
}
