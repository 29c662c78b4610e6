import { CardError } from '../../errors/card-error.ts';

/**
 * Keeps the tries left after a refusal, by card number, for tokens that do not tell it themselves. That a card is locked
 * is left to the card to say: it may have been unlocked elsewhere.
 */
export function remember(refused: Map<string, number>, number: string, error: unknown): void {
  if (!(error instanceof CardError) || error.code !== 'PIN_INCORRECT') return;
  const left = error.details.retriesLeft;
  if (typeof left === 'number' && left > 0) refused.set(number, left);
}
