import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { fencesOf } from '../../../../docs/build/fences.ts';

const HERE = new URL('.', import.meta.url);
const GUIDE = fileURLToPath(new URL('../../../../docs/guides/browser-signing.md', HERE));
/** Inside this package, so that the page's imports are found as in a folder where they were installed. */
const MODULES = fileURLToPath(new URL('../../node_modules', HERE));
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** The page of the guide, built and served. */
export interface GuidePage {
  readonly url: string;
  /** What Vite warned of, such as a Node module in the page. */
  readonly warnings: readonly string[];
  close(): void;
}

/** The one block of a language in the guide that makes the page. */
function blockOf(language: string, beginning: string): string {
  const blocks = fencesOf(readFileSync(GUIDE, 'utf8')).filter(
    (fence) => fence.language === language && fence.code.startsWith(beginning),
  );
  if (blocks.length !== 1) throw new Error(`the guide has ${blocks.length} ${language} blocks of a page`);
  return blocks[0]?.code ?? '';
}

/**
 * Builds the three files of the guide with Vite and serves them.
 *
 * @param service the signing service of this test; a reader's page goes to the usual port.
 */
export async function startGuidePage(service: string, roots: string): Promise<GuidePage> {
  const root = mkdtempSync(join(MODULES, '.guide-'));
  const usual = 'createPopupTransport({ window })';
  const main = blockOf('ts', 'import');
  if (main.split(usual).length !== 2) throw new Error(`the guide does not say ${usual} once`);
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'public/roots.pem'), roots);
  writeFileSync(join(root, 'index.html'), blockOf('html', '<!doctype html>'));
  writeFileSync(
    join(root, 'main.ts'),
    main.replace(usual, `createPopupTransport({ window, url: '${service}' })`),
  );
  const warnings: string[] = [];
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@kcc/source', 'browser', 'module', 'import', 'default'] },
    // The sources of the workspace, not published files: nothing of them is minified, which saves a second.
    build: {
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { onLog: (_level, { message }) => void warnings.push(message) },
    },
  });
  return { warnings, ...(await serve(root)) };
}

async function serve(root: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    try {
      const content = readFileSync(join(root, 'dist', path));
      response
        .setHeader('content-type', `${TYPES[extname(path)] ?? 'text/plain'}; charset=utf-8`)
        .end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server's address is always an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
