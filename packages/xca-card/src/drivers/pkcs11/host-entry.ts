import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What `fork` needs to start the module process. */
export interface HostEntry {
  readonly path: string;
  readonly execArgv: readonly string[];
}

/**
 * The entry of the module process beside this file: `.js` in a build, `.ts` in the sources, which Node 20 runs only
 * through tsx.
 */
export function hostEntry(): HostEntry {
  const fromSources = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(`./pkcs11-host${fromSources ? '.ts' : '.js'}`, import.meta.url));
  const native = 'typescript' in process.features && process.features.typescript !== false;
  if (!fromSources || native) return { path, execArgv: [] };
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return { path, execArgv: ['--import', tsx] };
}
