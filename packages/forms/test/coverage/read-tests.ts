import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestFile } from './coverage-table.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Where the generated table lies. */
export const coverageFile = fileURLToPath(new URL('../../../../docs/forms-coverage.md', import.meta.url));

/** The test files of this package, sorted by name. */
export function readTests(): TestFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(`${folder}/${name}`, 'utf8') }));
}
