import { createSecretKey, type KeyObject } from 'node:crypto';

/** Remembers shared keys that a card opened, so that it is asked once for the packages of some minutes. */
export interface OpenedKeys {
  /** Gives the key of these bytes; `open` is asked the first time only. */
  get(wrapped: Uint8Array, open: () => Promise<Uint8Array>): Promise<KeyObject>;
}

export interface OpenedKeysOptions {
  /** Keys at most; the oldest goes first. Default 256. */
  readonly keys?: number;
  /** How long a key is kept, milliseconds. Default 900,000. */
  readonly milliseconds?: number;
  /** Default: the system clock. */
  readonly clock?: () => Date;
}

/** Keys lie in the memory of this process only, for the time that senders share them and a little more. */
export function createOpenedKeys(options: OpenedKeysOptions = {}): OpenedKeys {
  const { keys = 256, milliseconds = 900_000, clock = () => new Date() } = options;
  const known = new Map<string, { readonly key: Promise<KeyObject>; readonly until: number }>();

  return {
    async get(wrapped, open) {
      const now = clock().getTime();
      for (const [name, { until }] of known) if (until <= now) known.delete(name);
      const name = Buffer.from(wrapped).toString('base64');
      const found = known.get(name);
      if (found !== undefined) return found.key;
      const key = open().then(secretOf);
      known.set(name, { key, until: now + milliseconds });
      const [oldest] = known.keys();
      if (known.size > keys && oldest !== undefined) known.delete(oldest);
      try {
        return await key;
      } catch (error) {
        known.delete(name);
        throw error;
      }
    },
  };
}

/** The bytes themselves are wiped. */
export function secretOf(bytes: Uint8Array): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}
