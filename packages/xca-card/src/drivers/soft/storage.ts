/** Where a simulated card keeps its files. Names are relative and use `/`. */
export interface SoftStorage {
  /** For messages: the folder, or `memory`. */
  readonly location: string;
  read(name: string): Promise<Uint8Array | undefined>;
  /** Durable when it returns, and the old or the new content after a kill, never a mixture. */
  write(name: string, content: Uint8Array): Promise<void>;
  /** File names inside a folder, without their folder, sorted. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * Runs alone: no other `exclusive` of the same storage runs meanwhile, in this or another process.
   *
   * @throws CardError `STORE_BUSY`
   */
  exclusive<T>(run: () => Promise<T>): Promise<T>;
}

/** A storage that lives as long as the process, for tests and browsers. */
export function createMemoryStorage(): SoftStorage {
  const files = new Map<string, Uint8Array>();
  const exclusive = createQueue();
  return {
    location: 'memory',
    exclusive,
    async read(name) {
      return files.get(name)?.slice();
    },
    async write(name, content) {
      files.set(name, content.slice());
    },
    async list(folder) {
      const prefix = `${folder}/`;
      const names = [...files.keys()]
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length));
      return names.filter((name) => !name.includes('/')).sort();
    },
  };
}

/** Runs what it is given one after the other. */
export function createQueue(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
}
