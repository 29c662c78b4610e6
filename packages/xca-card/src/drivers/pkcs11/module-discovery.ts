import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CardError } from '../../errors/card-error.ts';
import { knownModules } from '../../profiles/known-modules.ts';

/** The environment variable that names the module. */
export const MODULE_VARIABLE = 'KCC_PKCS11_MODULE';

/** The module that was taken and why. */
export interface ModuleChoice {
  readonly path: string;
  readonly from: 'explicit' | 'environment' | 'known' | 'scan';
  /** Name of the product, for a known place. */
  readonly product?: string;
}

/** The machine as discovery sees it; injectable for tests. */
export interface DiscoveryWorld {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly exists: (path: string) => boolean;
  /** Names in a folder; empty when there is none. */
  readonly list: (folder: string) => readonly string[];
}

export function thisMachine(): DiscoveryWorld {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    exists: (path) => existsSync(path) && statSync(path).isFile(),
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  };
}

/**
 * Chooses the PKCS#11 module: the given path, else `KCC_PKCS11_MODULE`, else a known place of this operating system, else
 * a file that looks like a module in the folder of the local service.
 *
 * @throws CardError `MODULE_NOT_FOUND` with `details.searched`; an explicit path that does not exist is not replaced.
 */
export function findModule(explicit?: string, world: DiscoveryWorld = thisMachine()): ModuleChoice {
  const named = explicit ?? world.env[MODULE_VARIABLE];
  if (named !== undefined && named !== '') {
    if (!world.exists(named)) throw new CardError('MODULE_NOT_FOUND', { details: { searched: [named] } });
    return { path: named, from: explicit === undefined ? 'environment' : 'explicit' };
  }
  const searched: string[] = [];
  for (const { platform, product, path, scan } of knownModules) {
    if (platform !== world.platform) continue;
    const place = expand(path, world);
    searched.push(place);
    if (scan === undefined) {
      if (world.exists(place)) return { path: place, from: 'known', product };
      continue;
    }
    const found = scanFolder(place, new RegExp(scan, 'i'), world, 3);
    if (found !== undefined) return { path: found, from: 'scan', product };
  }
  throw new CardError('MODULE_NOT_FOUND', { details: { searched } });
}

function expand(path: string, { env, home }: DiscoveryWorld): string {
  return path
    .replace(/^~/, home)
    .replace(/%(\w+)%/g, (place, name: string) => env[name] ?? (name === 'WINDIR' ? 'C:\\Windows' : place));
}

function scanFolder(folder: string, name: RegExp, world: DiscoveryWorld, depth: number): string | undefined {
  const entries = world.list(folder);
  for (const entry of entries) {
    const path = join(folder, entry);
    if (name.test(entry) && world.exists(path)) return path;
  }
  if (depth === 0) return undefined;
  for (const entry of entries) {
    const path = join(folder, entry);
    const found = world.exists(path) ? undefined : scanFolder(path, name, world, depth - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
