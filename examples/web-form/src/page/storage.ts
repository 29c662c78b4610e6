/** A place in this browser for what the person chose to keep; every failure means «not kept». */
export interface Keep {
  read(key: string): unknown;
  /** False when the browser refused. */
  write(key: string, value: unknown): boolean;
  remove(key: string): void;
}

const PREFIX = 'kcc-web-form:';

export function createKeep(storage: Storage | undefined): Keep {
  return {
    read(key) {
      try {
        return JSON.parse(storage?.getItem(PREFIX + key) ?? 'null') ?? undefined;
      } catch {
        return undefined;
      }
    },
    write(key, value) {
      try {
        storage?.setItem(PREFIX + key, JSON.stringify(value));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
    remove(key) {
      storage?.removeItem(PREFIX + key);
    },
  };
}

/** The browser's storage, where it lets pages use it. */
export function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
