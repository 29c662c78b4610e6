import type { PinInput } from '../../card/card.ts';
import { checkPinShape, withGuardedPin } from '../../card/pin-guard.ts';
import { PIN_TRIES, trySecret } from './secret-check.ts';
import { softError } from './soft-error.ts';
import type { SoftStore } from './soft-store.ts';
import { wrapKey } from './vault.ts';

/**
 * Changes the PIN. The new one is checked before a try of the current one is spent.
 *
 * @throws CardError `PIN_LENGTH`, `PIN_FORMAT`, `PIN_INCORRECT`, `PIN_LAST_TRY`, `PIN_LOCKED`
 */
export async function changePin(
  store: SoftStore,
  number: string,
  current: PinInput,
  next: PinInput,
): Promise<void> {
  const nextBytes = typeof next === 'string' ? new TextEncoder().encode(next) : next;
  try {
    checkPinShape(nextBytes);
    await store.storage.exclusive(async () => {
      const record = await store.card(number);
      if (!record.pin) throw softError('NOT_ACTIVATED');
      await withGuardedPin(current, { retriesLeft: record.pin.triesLeft }, async (bytes) => {
        const result = await trySecret(store, record, 'pin', bytes);
        if (!result.ok && result.triesLeft === 0) throw softError('PIN_LOCKED');
        if (!result.ok) throw softError('PIN_INCORRECT', { retriesLeft: result.triesLeft });
        const wrapped = await wrapKey(nextBytes, result.cardKey, store.rounds);
        result.cardKey.fill(0);
        await store.saveCard({ ...result.record, pin: { triesLeft: PIN_TRIES, wrapped } });
      });
    });
  } finally {
    nextBytes.fill(0);
  }
}
