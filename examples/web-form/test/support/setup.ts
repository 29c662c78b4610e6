import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startSite } from './site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the server that all tests share which need no own one. */
    readonly site: string;
  }
}

/**
 * Before the tests of this project: the page is built when a source is newer, in a process of its own because the build
 * runs parts of the workspace from their sources; then one server is started for all files.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const loader = createRequire(import.meta.url).resolve('tsx');
  const main = fileURLToPath(new URL('../../src/build/main.ts', import.meta.url));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@kcc/source', '--import', loader, main],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the page was not built:\n${stderr}`);
  const site = await startSite();
  project.provide('site', site.url);
  return () => site.close();
}
