/** Keeps answers of authorities until they expire. */
export interface RevocationCache {
  /** The bytes kept under a key; the caller looks at their dates itself. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** @param until when the bytes say that newer ones will be there */
  put(key: string, bytes: Uint8Array, until: Date): Promise<void>;
}

/** A cache for as long as the program runs. */
export function createMemoryRevocationCache(): RevocationCache {
  const kept = new Map<string, Uint8Array>();
  return {
    get: async (key) => kept.get(key),
    put: async (key, bytes) => {
      kept.set(key, bytes);
    },
  };
}
