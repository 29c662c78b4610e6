import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'tsup';

interface ExportTarget {
  readonly '@kcc/source': string;
  readonly default: string;
}

/** The tsup configuration of one package, derived from its `exports`: each source entry gives one ESM file and its types. */
export function libraryConfig(packageFolder: string) {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const entry: Record<string, string> = {};
  for (const target of Object.values(manifest.exports) as (ExportTarget | string)[]) {
    if (typeof target === 'string') continue;
    entry[target.default.replace('./dist/', '').replace(/\.js$/, '')] = target['@kcc/source'].slice(2);
  }
  Object.assign(entry, manifest.kcc?.workers ?? {});
  return defineConfig({
    entry,
    format: ['esm'],
    target: 'es2022',
    platform: 'neutral',
    external: [/^node:/],
    sourcemap: true,
    clean: true,
    splitting: true,
    treeshake: true,
    tsconfig: '../../tsconfig.base.json',
    dts: { compilerOptions: { ignoreDeprecations: '6.0', customConditions: [] } },
  });
}
