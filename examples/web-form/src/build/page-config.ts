import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { nodeStandIns } from './node-stand-ins.ts';
import { offlineList } from './offline-list.ts';
import { woff2Only } from './woff2-only.ts';

const page = fileURLToPath(new URL('../page/', import.meta.url));

/** How Vite builds the page: from the workspace's sources, with nothing that a strict content policy would refuse. */
export function pageConfig(outDir: string): InlineConfig {
  return {
    root: page,
    configFile: false,
    logLevel: 'warn',
    resolve: { conditions: ['@kcc/source', 'module', 'browser', 'import', 'default'] },
    plugins: [nodeStandIns(), woff2Only(), offlineList()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: {
        input: { index: `${page}index.html`, 'service-worker': `${page}offline/service-worker.ts` },
        output: {
          entryFileNames: (chunk) =>
            chunk.name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  };
}
