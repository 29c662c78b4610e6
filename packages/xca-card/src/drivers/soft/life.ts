import type { PinInput } from '../../card/card.ts';
import { withGuardedPin } from '../../card/pin-guard.ts';
import { CardError } from '../../errors/card-error.ts';
import { LIFE_RULES } from '../../lifecycle/rules.ts';
import type { CardRecord, RevocationReason } from './card-record.ts';
import { issueSoftCard } from './issue-card.ts';
import { PIN_TRIES, trySecret } from './secret-check.ts';
import type { SoftStore } from './soft-store.ts';
import { checkUserCode } from './user-code.ts';
import { wrapKey } from './vault.ts';

const DAY = 86_400_000;
const OPENING_DAYS = LIFE_RULES.opening.days;
const RENEWAL_DAYS = LIFE_RULES.renewal.days;

/** Where a card stands in its life. */
export type CardState = 'issued' | 'active' | 'locked' | 'suspended' | 'revoked' | 'expired';

/** The state at an instant; the 90 days run by themselves. */
export function stateOf(record: CardRecord, at: Date): CardState {
  if (record.revoked) return 'revoked';
  if (at.getTime() > Date.parse(record.notAfter)) return 'expired';
  if (record.suspendedAt !== undefined || openingMissed(record, at)) return 'suspended';
  if (record.activatedAt === undefined) return 'issued';
  return record.pin !== undefined && record.pin.triesLeft > 0 ? 'active' : 'locked';
}

/** When a suspended card was suspended: by the authority, or by not being opened in time. */
export function suspendedSince(record: CardRecord): Date {
  return new Date(record.suspendedAt ?? Date.parse(record.issuedAt) + OPENING_DAYS * DAY);
}

function openingMissed(record: CardRecord, at: Date): boolean {
  return record.activatedAt === undefined && at.getTime() > Date.parse(record.issuedAt) + OPENING_DAYS * DAY;
}

/**
 * Opens a card (開卡): the user code sets the first PIN.
 *
 * @throws CardError `ALREADY_ACTIVATED`, `CARD_SUSPENDED`, `CARD_REVOKED`, `USER_CODE_INCORRECT`, `USER_CODE_BLOCKED`,
 * `USER_CODE_FORMAT`, `PIN_LENGTH`, `PIN_FORMAT`
 */
export async function activate(
  store: SoftStore,
  number: string,
  userCode: string,
  pin: PinInput,
): Promise<CardRecord> {
  return setPin(store, number, userCode, pin, (record) => {
    if (record.activatedAt !== undefined) throw new CardError('ALREADY_ACTIVATED');
  });
}

/**
 * Unlocks a card or sets a forgotten PIN anew (解鎖、重設 PIN 碼) with the user code.
 *
 * @throws CardError as {@link activate}, and `NOT_ACTIVATED`
 */
export async function resetPin(
  store: SoftStore,
  number: string,
  userCode: string,
  pin: PinInput,
): Promise<CardRecord> {
  return setPin(store, number, userCode, pin, (record) => {
    if (record.activatedAt === undefined) throw new CardError('NOT_ACTIVATED');
  });
}

async function setPin(
  store: SoftStore,
  number: string,
  userCode: string,
  pin: PinInput,
  check: (record: CardRecord) => void,
): Promise<CardRecord> {
  const code = checkUserCode(userCode);
  return withGuardedPin(pin, {}, (bytes) =>
    store.storage.exclusive(async () => {
      const record = await store.card(number);
      check(record);
      requireUsable(record, store.now());
      const { cardKey, record: current } = await tryUserCode(store, record, code);
      const wrapped = await wrapKey(bytes, cardKey, store.rounds);
      cardKey.fill(0);
      const activatedAt = current.activatedAt ?? store.now().toISOString();
      const next = { ...current, activatedAt, pin: { triesLeft: PIN_TRIES, wrapped } };
      await store.saveCard(next);
      return next;
    }),
  );
}

function requireUsable(record: CardRecord, at: Date): void {
  const state = stateOf(record, at);
  if (state === 'suspended') throw new CardError('CARD_SUSPENDED');
  if (state === 'revoked') throw new CardError('CARD_REVOKED');
  if (state === 'expired')
    throw new CardError('CERTIFICATE_EXPIRED', { details: { notAfter: record.notAfter } });
}

async function tryUserCode(store: SoftStore, record: CardRecord, code: Uint8Array) {
  if (record.userCode.triesLeft <= 0) throw new CardError('USER_CODE_BLOCKED');
  const result = await trySecret(store, record, 'userCode', code);
  if (result.ok) return result;
  if (result.triesLeft === 0) throw new CardError('USER_CODE_BLOCKED');
  throw new CardError('USER_CODE_INCORRECT', { details: { triesLeft: result.triesLeft } });
}

/** Spends every PIN try, as three wrong PINs would. */
export async function lockPin(store: SoftStore, number: string): Promise<CardRecord> {
  return change(store, number, (record) => {
    if (!record.pin) throw new CardError('NOT_ACTIVATED');
    return { ...record, pin: { ...record.pin, triesLeft: 0 } };
  });
}

/** Suspends a card (停用): its certificates go on hold. */
export async function suspend(store: SoftStore, number: string): Promise<CardRecord> {
  return change(store, number, (record) => ({ ...record, suspendedAt: store.now().toISOString() }));
}

/** Ends a suspension (復用); the 90 days for opening begin anew. */
export async function resume(store: SoftStore, number: string): Promise<CardRecord> {
  return change(store, number, ({ suspendedAt: _, ...record }) => {
    return record.activatedAt === undefined ? { ...record, issuedAt: store.now().toISOString() } : record;
  });
}

/** Revokes a card (廢止) for good. */
export async function revoke(
  store: SoftStore,
  number: string,
  reason: RevocationReason = 'unspecified',
): Promise<CardRecord> {
  return change(store, number, (record) => ({
    ...record,
    revoked: { at: store.now().toISOString(), reason },
  }));
}

/**
 * Renews a card (展期): a new card with new keys for the same holder and user code, not opened yet. The old one stays
 * valid until it expires.
 *
 * @throws CardError `RENEWAL_REFUSED`, `USER_CODE_INCORRECT`, `USER_CODE_BLOCKED`, `CARD_REVOKED`, `CARD_SUSPENDED`
 */
export async function renew(store: SoftStore, number: string, userCode: string): Promise<CardRecord> {
  const code = checkUserCode(userCode);
  const old = await store.storage.exclusive(async () => {
    const record = await store.card(number);
    requireRenewable(record, store.now());
    const { cardKey, record: current } = await tryUserCode(store, record, code);
    cardKey.fill(0);
    return current;
  });
  const { organisation, rank, authority } = old;
  const fresh = await issueSoftCard(store, { organisation, rank, authority, userCode });
  await change(store, number, (record) => ({ ...record, renewedBy: fresh.number }));
  return fresh;
}

function requireRenewable(record: CardRecord, at: Date): void {
  if (record.renewedBy !== undefined) throw refusal('已展期過一次', 'renewed');
  const left = Date.parse(record.notAfter) - at.getTime();
  if (left < 0) throw refusal('憑證已逾期，請重新申請', 'expired');
  if (left > RENEWAL_DAYS * DAY) throw refusal('尚未進入到期前 60 日', 'early');
  requireUsable(record, at);
}

function refusal(reason: string, why: 'renewed' | 'expired' | 'early'): CardError {
  return new CardError('RENEWAL_REFUSED', { details: { reason, why } });
}

async function change(
  store: SoftStore,
  number: string,
  update: (record: CardRecord) => CardRecord,
): Promise<CardRecord> {
  return store.storage.exclusive(async () => {
    const record = update(await store.card(number));
    await store.saveCard(record);
    return record;
  });
}
