/** A memory of a few promised values by key; a value that fails is forgotten. */
export interface Memory<T> {
  get(key: string, create: () => Promise<T>): Promise<T>;
}

/** @param kept how many values stay; the oldest goes first. */
export function createMemory<T>(kept: number): Memory<T> {
  const values = new Map<string, Promise<T>>();
  return {
    get(key, create) {
      const known = values.get(key);
      if (known !== undefined) return known;
      const creating = create();
      values.set(key, creating);
      creating.catch(() => values.delete(key));
      const [oldest] = values.keys();
      if (values.size > kept && oldest !== undefined) values.delete(oldest);
      return creating;
    },
  };
}
