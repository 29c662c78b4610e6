import { spawnSync } from 'node:child_process';
import { it } from 'vitest';

const WITHOUT = new Set((process.env.KCC_WITHOUT ?? '').split(',').map((name) => name.trim()));

/**
 * `it` for a test that needs a foreign program: it fails with the name of the package when the program is missing, and
 * is skipped only when the environment variable KCC_WITHOUT names the package.
 */
export function itNeeds(program: string, debianPackage: string) {
  if (WITHOUT.has(debianPackage)) {
    return (title: string, _run: () => unknown, _timeout?: number) =>
      it.skip(`${title}: left out by KCC_WITHOUT=${debianPackage}`, () => undefined);
  }
  return (title: string, run: () => unknown, timeout?: number) =>
    it(
      title,
      async () => {
        const found = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
        if (!found)
          throw new Error(`this test needs ${program}: install the Debian package ${debianPackage}`);
        await run();
      },
      timeout,
    );
}
