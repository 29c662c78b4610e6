import { spawnSync } from 'node:child_process';

/** True when a part of the tests was left out with `--without NAME`. */
export function isLeftOut(name: string): boolean {
  return (process.env.KCC_WITHOUT ?? '').split(',').includes(name);
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
