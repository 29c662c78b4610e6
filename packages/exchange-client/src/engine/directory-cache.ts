import type { Directory, DirectoryEntry } from './directory.ts';

/**
 * Remembers found offices for a short time, so that a thousand letters to one office ask once. An office that is not
 * found is asked for every time.
 */
export function cachedDirectory(directory: Directory, clock: () => Date, keepMs: number): Directory {
  const known = new Map<string, { readonly entry: DirectoryEntry; readonly until: number }>();
  const asking = new Map<string, Promise<DirectoryEntry | undefined>>();

  async function ask(key: string, code: string, unit: string): Promise<DirectoryEntry | undefined> {
    const entry = await directory.find(code, unit);
    if (entry === undefined) known.delete(key);
    else known.set(key, { entry, until: clock().getTime() + keepMs });
    return entry;
  }

  return {
    find(code, unit) {
      const key = `${code}/${unit}`;
      const now = clock().getTime();
      const kept = known.get(key);
      // A clock that went back must not keep an entry for longer.
      if (kept !== undefined && now < kept.until && kept.until - now <= keepMs)
        return Promise.resolve(kept.entry);
      const running = asking.get(key);
      if (running !== undefined) return running;
      const answer = ask(key, code, unit).finally(() => asking.delete(key));
      asking.set(key, answer);
      return answer;
    },
  };
}
