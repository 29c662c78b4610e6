import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageConfig } from './page-config.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where the built page stands unless told otherwise. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Builds the page when it is missing or older than a source of the workspace. */
export async function buildPage(outDir = PAGE_FOLDER): Promise<void> {
  const built = join(outDir, 'index.html');
  if (existsSync(built) && statSync(built).mtimeMs >= newestSource()) return;
  const { build } = await import('vite');
  await build(pageConfig(outDir));
}

/** The newest change of what the page is made from, in milliseconds. */
function newestSource(): number {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'));
  const folders = [
    join(root, 'examples', 'web-form', 'src'),
    ...packages.filter((folder) => existsSync(folder)),
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
      join(parentPath, name),
    ),
  );
  return Math.max(
    ...files.map((file) => statSync(file).mtimeMs),
    statSync(join(root, 'pnpm-lock.yaml')).mtimeMs,
  );
}
