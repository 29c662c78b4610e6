import { spawnSync } from 'node:child_process';
import { it } from 'vitest';

/** `it` for a test that needs a foreign program; left out with `--without NAME`, its title says why. */
export function itNeeds(
  name: string,
): (title: string, run: () => void | Promise<void>, timeout?: number) => void {
  const left = (process.env.KCC_WITHOUT ?? '').split(',').includes(name);
  return (title, run, timeout) =>
    it.skipIf(left)(left ? `${title} (left out with --without ${name})` : title, run, timeout);
}

/** What a foreign program said. */
export interface Verdict {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Asks a foreign program; fails with the Debian package's name when it is missing. */
export function ask(program: string, args: readonly string[], debianPackage: string, env = {}): Verdict {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error)
    throw new Error(`${program} is missing: install the Debian package ${debianPackage}`, { cause: error });
  return { exitCode: status ?? -1, stdout, stderr };
}
