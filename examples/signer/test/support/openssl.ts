import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OPENSSL = '/usr/bin/openssl';

/** Why the foreign judge is left out, undefined when it is not. */
export const withoutOpenssl = (process.env.KCC_WITHOUT ?? '').split(',').includes('openssl')
  ? '（left out by KCC_WITHOUT: openssl）'
  : undefined;

/** openssl in a folder. @throws Error with the name of the Debian package when it is missing */
export function opensslIn(folder: string) {
  if (!existsSync(OPENSSL)) throw new Error('Debian packages are missing: openssl (see KCC_WITHOUT)');
  return {
    write: (name: string, content: Uint8Array | string) => writeFileSync(join(folder, name), content),
    run: (...args: readonly string[]): string =>
      execFileSync(OPENSSL, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString('utf8'),
  };
}
