import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root.ts';

const IGNORED = new Set([
  'node_modules',
  'dist',
  'api',
  '.git',
  '.changeset',
  'vectors',
  'fixtures',
  '.samples',
]);

function* markdownBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (IGNORED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownBelow(path);
    else if (entry.name.endsWith('.md')) yield path;
  }
}

/** One Markdown file. */
export interface Page {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every Markdown file of the checkout. */
export function allPages(): readonly Page[] {
  return [...markdownBelow(ROOT)]
    .map((path) => ({ path: relative(ROOT, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Pages whose code blocks are tried: the guides, the READMEs of the packages and of the house. */
export function samplePages(): readonly Page[] {
  return allPages().filter(
    ({ path }) =>
      path.startsWith('docs/guides/') || /^packages\/[\w-]+\/README\.md$/.test(path) || path === 'README.md',
  );
}
