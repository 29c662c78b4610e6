import type { Directory, DirectoryEntry } from './directory.ts';

/**
 * Remembers found offices for a short time, so that a thousand letters to one office ask once. An office that is not
 * found is asked for every time.
 */
export function cachedDirectory(directory: Directory, clock: () => Date, keepMs: number): Directory {
  const known = new Map<string, { readonly entry: DirectoryEntry; readonly until: number }>();
  return {
    async find(code, unit) {
      const key = `${code}/${unit}`;
      const now = clock().getTime();
      const kept = known.get(key);
      // A clock that went back must not keep an entry for longer.
      if (kept !== undefined && now < kept.until && kept.until - now <= keepMs) return kept.entry;
      const entry = await directory.find(code, unit);
      if (entry === undefined) known.delete(key);
      else known.set(key, { entry, until: now + keepMs });
      return entry;
    },
  };
}
