import { CardError } from '../errors/card-error.ts';
import type { OpenOptions, PinInput } from './card.ts';

/** Length limits of a PIN, inclusive. */
export interface PinLimits {
  readonly min: number;
  readonly max: number;
}

/** GPKI cards: 6 to 8 characters (PIN碼 6–8). */
export const GPKI_PIN_LIMITS: PinLimits = { min: 6, max: 8 };

export interface PinGuardOptions extends OpenOptions {
  /** Tries left, where the driver can tell without using one. */
  readonly retriesLeft?: number | undefined;
  /** Default {@link GPKI_PIN_LIMITS}. */
  readonly limits?: PinLimits;
}

/**
 * Runs `send` exactly once with the PIN's bytes, and only when sending is harmless: right shape, not locked, and not the
 * last try without consent. The bytes are zeroed afterwards. Nothing here ever sends a PIN twice.
 *
 * @throws CardError `PIN_LENGTH`, `PIN_FORMAT`, `PIN_LOCKED`, `PIN_LAST_TRY`: nothing was sent, no try was used.
 */
export async function withGuardedPin<T>(
  pin: PinInput,
  options: PinGuardOptions,
  send: (pin: Uint8Array) => Promise<T>,
): Promise<T> {
  const bytes = typeof pin === 'string' ? new TextEncoder().encode(pin) : pin;
  try {
    checkPinShape(bytes, options.limits);
    if (options.retriesLeft !== undefined && options.retriesLeft <= 0) {
      throw new CardError('PIN_LOCKED', { details: { retriesLeft: 0 } });
    }
    if (options.retriesLeft === 1 && options.allowLastTry !== true) {
      throw new CardError('PIN_LAST_TRY', { details: { retriesLeft: 1 } });
    }
    return await send(bytes);
  } finally {
    bytes.fill(0);
  }
}

/**
 * Refuses a PIN that no card would take, before a try is spent on it.
 *
 * @throws CardError `PIN_LENGTH`, `PIN_FORMAT`
 */
export function checkPinShape(pin: Uint8Array, limits: PinLimits = GPKI_PIN_LIMITS): void {
  if (pin.length < limits.min || pin.length > limits.max) {
    throw new CardError('PIN_LENGTH', { details: { min: limits.min, max: limits.max } });
  }
  for (const byte of pin) {
    const digit = byte >= 0x30 && byte <= 0x39;
    const letter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    if (!digit && !letter) throw new CardError('PIN_FORMAT');
  }
}

/** Text with every occurrence of the secrets replaced by `[redacted]`; for messages of foreign libraries. */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, '[redacted]');
  return clean;
}
