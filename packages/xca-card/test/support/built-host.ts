import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Below node_modules, so that the native binding is found from there. */
const FOLDER = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
const ENTRY = fileURLToPath(new URL('../../src/drivers/pkcs11/pkcs11-host.ts', import.meta.url));

/**
 * The module process compiled, as it is published: it starts in a quarter of the time that its sources take. That the
 * sources start too is shown in module-process.test.ts.
 */
export function builtHost(): Promise<string> {
  built ??= buildHost();
  return built;
}

let built: Promise<string> | undefined;

async function buildHost(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@kcc/source'],
    external: ['pkcs11js'],
    logLevel: 'silent',
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const name = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const path = join(FOLDER, `pkcs11-host-${name}.mjs`);
  if (existsSync(path)) return path;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
