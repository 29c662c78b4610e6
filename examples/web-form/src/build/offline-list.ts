import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';

/**
 * Writes into the service worker which files it keeps, under a name that changes with their content: the page with
 * its scripts and styles first, the slices of the font after them.
 */
export function offlineList(): Plugin {
  return {
    name: 'kcc-offline-list',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') return;
      const names = Object.keys(bundle).filter((name) => name !== WORKER && !name.endsWith('.map'));
      const hash = createHash('sha256').update(worker.code);
      for (const name of names.sort()) {
        const file = bundle[name];
        hash.update(name).update(file?.type === 'asset' ? file.source : (file?.code ?? ''));
      }
      const isFont = (name: string) => name.endsWith('.woff2');
      const list = {
        version: hash.digest('hex').slice(0, 16),
        page: [
          '/',
          ...names.filter((name) => name !== 'index.html' && !isFont(name)).map((name) => `/${name}`),
        ],
        fonts: names.filter(isFont).map((name) => `/${name}`),
      };
      worker.code = `self.KCC_OFFLINE=${JSON.stringify(list)};\n${worker.code}`;
    },
  };
}
