import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');

/** One import of a source file. */
export interface ImportEdge {
  readonly from: string;
  /** Path relative to the root, or the bare module name. */
  readonly to: string;
  readonly local: boolean;
}

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : /\.(ts|tsx|mts)$/.test(entry.name) ? [path] : [];
  });
}

const children = (folder: string) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => join(folder, name)) : [];

/** Every TypeScript source of packages and examples, relative to the root, without tests. */
export function sourceFiles(): string[] {
  return [...children('packages'), ...children('examples')]
    .flatMap((folder) => walk(join(root, folder, 'src')))
    .map((path) => relative(root, path));
}

/** Imports of one file, type-only ones too; dynamic ones too. */
export function importsOf(file: string): ImportEdge[] {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.preProcessFile(text, true, false).importedFiles.map(({ fileName }) => {
    const local = fileName.startsWith('.');
    const to = local ? relative(root, resolve(root, dirname(file), fileName)) : fileName;
    return { from: file, to, local };
  });
}

/** Groups of files that import each other in a ring (Tarjan's strongly connected components of more than one file). */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  let counter = 0;
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const own = counter++;
    index.set(node, own);
    let lowest = own;
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      const seen = index.get(next);
      if (seen === undefined) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, seen);
    }
    low.set(node, lowest);
    if (lowest === own) {
      const ring = stack.splice(stack.indexOf(node));
      if (ring.length > 1 || graph.get(node)?.includes(node)) found.push(ring);
    }
    return lowest;
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}
