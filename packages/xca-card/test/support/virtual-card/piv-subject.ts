import {
  createPkcs11Driver,
  type Pkcs11Driver,
  type Pkcs11DriverOptions,
} from '../../../src/drivers/pkcs11/index.ts';
import type { DriverSubject } from '../../../src/testing/index.ts';
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

let made = 0;

/** A new card with all its tries in slot 0, and a driver for it. */
export async function makePivSubject(
  cards: VirtualCards,
  files: TestCardFiles,
  options: Pkcs11DriverOptions = {},
): Promise<PivSubject> {
  made += 1;
  const card = `card ${made}`;
  await makePivCard(cards, card, files);
  await cards.insert(0, card);
  const driver = createPkcs11Driver({ module: cards.module, env: cards.env, pollInterval: 100, ...options });
  return {
    driver,
    card,
    pin: PIV_PIN,
    remove: () => cards.remove(0),
    insert: () => cards.insert(0, card),
    dispose: async () => {
      await driver.close();
      await cards.setLatency(0, 0);
      await cards.remove(0);
    },
  };
}

export async function makePivCard(cards: VirtualCards, name: string, files: TestCardFiles): Promise<void> {
  const keys = { '9c': files.sign, '9d': files.exchange };
  await cards.make({ name, pin: PIV_PIN, puk: '13579086', keys });
}
