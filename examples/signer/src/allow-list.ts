import { existsSync, readFileSync } from 'node:fs';

/** The pages that may ask. */
export interface AllowList {
  allows(origin: string): boolean;
}

/**
 * Origins from a file, one a line with `#` comments and read anew with each request, and fixed ones.
 *
 * @throws TypeError when a fixed one is no origin
 */
export function createAllowList(fixed: readonly string[], file?: string): AllowList {
  for (const origin of fixed) {
    if (!isOrigin(origin)) throw new TypeError(`不是網站來源（例：https://app.example）：${origin}`);
  }
  return {
    allows: (origin) => isOrigin(origin) && (fixed.includes(origin) || originsIn(file).includes(origin)),
  };
}

function originsIn(file: string | undefined): readonly string[] {
  if (file === undefined || !existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim());
}

/** Scheme, host and port as a browser writes them in `Origin`, without a path. */
function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
