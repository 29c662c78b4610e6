// Bundles the command line with the workspace's sources into examples/cli/dist; rebuilt only when a source is newer.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const CLI = join(root, 'examples', 'cli');
const DIST = join(CLI, 'dist');
const STAMP = join(DIST, '.built');

/** Packages that carry native code or data files and are therefore loaded from node_modules. */
const EXTERNAL = [
  'pkcs11js',
  '@photostructure/sqlite',
  'pg',
  'pg-native',
  '@myriaddreamin/typst-ts-node-compiler',
  '@fontsource/*',
];

function* sourceFolders() {
  yield join(CLI, 'src');
  for (const name of readdirSync(join(root, 'packages'))) yield join(root, 'packages', name, 'src');
}

/** The newest change below the source folders, in milliseconds. */
function newestSource() {
  let newest = 0;
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else newest = Math.max(newest, statSync(path).mtimeMs);
    }
    newest = Math.max(newest, statSync(folder).mtimeMs);
  };
  for (const folder of sourceFolders()) if (existsSync(folder)) visit(folder);
  return newest;
}

/** Child-process entries that packages name in their manifest under `kcc.workers`. */
function workerEntries() {
  const entries = {};
  for (const name of readdirSync(join(root, 'packages'))) {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
    for (const [worker, file] of Object.entries(manifest.kcc?.workers ?? {})) {
      entries[worker] = join(root, 'packages', name, file);
    }
  }
  return entries;
}

/** True when the bundle is there and no source is newer. */
export function isFresh() {
  return existsSync(STAMP) && statSync(STAMP).mtimeMs >= newestSource();
}

/** Builds the bundle when it is missing or older than a source. */
export async function buildCli() {
  if (isFresh()) return;
  const started = new Date();
  const { build } = await import('esbuild');
  const next = `${DIST}.next-${process.pid}`;
  await build({
    entryPoints: { kcc: join(CLI, 'src', 'main.ts'), ...workerEntries() },
    outdir: next,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@kcc/source', 'module'],
    mainFields: ['module', 'main'],
    external: EXTERNAL,
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
    sourcesContent: false,
    charset: 'utf8',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __kccRequire } from 'node:module'; const require = __kccRequire(import.meta.url);",
    },
  });
  writeFileSync(join(next, '.built'), started.toISOString());
  const { utimesSync } = await import('node:fs');
  utimesSync(join(next, '.built'), started, started);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(next, DIST);
}
