import { CardError } from '../errors/card-error.ts';

/**
 * Remembers the PIN tries left after a refusal, by card number, for cards that tell them only then. That a card is locked
 * is left to the card to say: it may have been unlocked elsewhere.
 */
export interface RefusedPins {
  /** Tries left as of the last refusal; undefined when there was none since the last success. */
  triesLeft(cardNumber: string): number | undefined;
  /** Runs an operation that sends the PIN once, and takes note of its outcome. */
  watch<T>(cardNumber: string, send: () => Promise<T>): Promise<T>;
}

export function createRefusedPins(): RefusedPins {
  const left = new Map<string, number>();
  return {
    triesLeft: (cardNumber) => left.get(cardNumber),
    watch: async (cardNumber, send) => {
      try {
        const result = await send();
        left.delete(cardNumber);
        return result;
      } catch (error) {
        const retriesLeft =
          error instanceof CardError && error.code === 'PIN_INCORRECT' && error.details.retriesLeft;
        if (typeof retriesLeft === 'number' && retriesLeft > 0) left.set(cardNumber, retriesLeft);
        throw error;
      }
    },
  };
}
