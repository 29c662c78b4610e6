import { CardError } from '../../errors/card-error.ts';
import type { CardKeys, CardRecord, SecretSlot } from './card-record.ts';
import { decodeKeys } from './card-record.ts';
import type { SoftStore } from './soft-store.ts';
import { unseal, unwrapKey } from './vault.ts';

export const PIN_TRIES = 3;
export const USER_CODE_TRIES = 3;

/** What trying a secret came to. */
export type SecretResult =
  | { readonly ok: true; readonly cardKey: Uint8Array; readonly record: CardRecord }
  | { readonly ok: false; readonly triesLeft: number };

/**
 * Tries a secret once. The try is taken off and written before the secret is looked at, as a card does: a kill in between
 * costs a try and never gives one. Runs under the store's lock.
 */
export async function trySecret(
  store: SoftStore,
  record: CardRecord,
  kind: 'pin' | 'userCode',
  secret: Uint8Array,
): Promise<SecretResult> {
  const slot = record[kind];
  if (!slot || slot.triesLeft <= 0) return { ok: false, triesLeft: 0 };
  const spent = withTries(record, kind, slot, slot.triesLeft - 1);
  await store.saveCard(spent);
  const cardKey = await unwrapKey(secret, slot.wrapped);
  if (!cardKey) return { ok: false, triesLeft: slot.triesLeft - 1 };
  const restored = withTries(record, kind, slot, kind === 'pin' ? PIN_TRIES : USER_CODE_TRIES);
  await store.saveCard(restored);
  return { ok: true, cardKey, record: restored };
}

/** The card's private keys, opened with the card key. */
export async function openKeys(record: CardRecord, cardKey: Uint8Array): Promise<CardKeys> {
  const bytes = await unseal(cardKey, record.keys);
  if (!bytes) throw new CardError('STORE_CORRUPT', { details: { file: `cards/${record.number}.json` } });
  return decodeKeys(bytes);
}

function withTries(
  record: CardRecord,
  kind: 'pin' | 'userCode',
  slot: SecretSlot,
  triesLeft: number,
): CardRecord {
  return { ...record, [kind]: { ...slot, triesLeft } };
}
