import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePages } from './pages.ts';
import { ROOT } from './root.ts';
import { sampleModules } from './samples.ts';

/** Writes every TypeScript sample of guides and READMEs as a module into `docs/samples`, which git ignores. */
export function writeSamples(): void {
  const folder = join(ROOT, 'docs/samples');
  const modules = sampleModules(samplePages());
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!modules.has(`samples/${name}`)) rmSync(join(folder, name));
  for (const [path, text] of modules) writeFileSync(join(ROOT, 'docs', path), text);
}
