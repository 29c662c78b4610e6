import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Before the tests of this project: the page is built once, when a source is newer; in a process of its own, because
 * the build runs parts of the workspace from their sources.
 */
export function setup(): void {
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
}
