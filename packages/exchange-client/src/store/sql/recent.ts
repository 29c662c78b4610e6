/** Unchanging things that were written or read last. */
export interface Recent<T> {
  find(name: string): T | undefined;
  /** Only what is committed. */
  add(name: string, value: T): void;
}

/** Remembers up to `most` things and forgets the oldest. */
export function createRecent<T>(most: number): Recent<T> {
  const known = new Map<string, T>();
  return {
    find: (name) => known.get(name),
    add(name, value) {
      known.set(name, value);
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}
