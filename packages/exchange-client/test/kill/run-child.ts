import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A program of the tests bundled into one file, so that a child starts in a tenth of a second. */
export interface ChildProgram {
  /** The file that Node runs. */
  readonly file: string;
  run(options: unknown): Promise<ChildEnd>;
  /** Starts a child and leaves it running. */
  start(options: unknown): ReturnType<typeof spawn>;
  dispose(): void;
}

export interface ChildEnd {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function bundleChild(entry: URL): Promise<ChildProgram> {
  const { build } = await import('esbuild');
  // Beside the sources, so that the packages left out of the bundle are found.
  const folder = mkdtempSync(join(packageFolder(), 'node_modules', '.kill-'));
  const outfile = join(folder, 'child.mjs');
  await build({
    entryPoints: [entry.pathname],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@kcc/source'],
    external: ['@photostructure/sqlite', 'pg'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
  const start = (options: unknown) =>
    spawn(process.execPath, ['--no-warnings', outfile, JSON.stringify(options)], {
      stdio: ['pipe', 'pipe', 'pipe'],
      cwd: tmpdir(),
    });
  return {
    file: outfile,
    start,
    run: (options) =>
      new Promise((resolve, reject) => {
        const child = start(options);
        let stdout = '';
        let stderr = '';
        child.stdout?.on('data', (chunk) => {
          stdout += chunk;
        });
        child.stderr?.on('data', (chunk) => {
          stderr += chunk;
        });
        child.on('error', reject);
        child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
      }),
    dispose: () => rmSync(folder, { recursive: true }),
  };
}

function packageFolder(): string {
  const require = createRequire(pathToFileURL(import.meta.filename));
  return join(require.resolve('../../package.json'), '..');
}
