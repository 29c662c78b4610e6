import { defineConfig } from 'vitest/config';

/** Resolve the packages' TypeScript sources, so that tests need no build. */
const conditions = ['@kcc/source', 'module', 'import', 'node', 'default'];

const project = (name: string, root: string, extra: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, root, include: ['test/**/*.test.ts'], ...extra },
});

export default defineConfig({
  resolve: { conditions },
  // Node gets these as --conditions; with 'import' among them, require() would be handed ES modules.
  ssr: {
    resolve: {
      conditions: conditions.filter((condition) => condition !== 'import'),
      externalConditions: conditions,
    },
  },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    /** One file a core; by itself vitest leaves a core idle. */
    maxWorkers: '100%',
    /** A test that prints hides a real message: any console output fails the run. */
    onConsoleLog(log, type) {
      throw new Error(`console ${type} in a test: ${log.trim().slice(0, 200)}`);
    },
    projects: [
      project('validators', 'packages/validators'),
      project('gongwen', 'packages/gongwen'),
      project('xca-card', 'packages/xca-card'),
      project('forms', 'packages/forms'),
      // One module graph for all files of a worker: loading it anew for each costs more than the tests.
      project('exchange-client', 'packages/exchange-client', { isolate: false }),
      project('cli', 'examples/cli'),
      project('signer', 'examples/signer'),
      project('web-form', 'examples/web-form', {
        globalSetup: ['test/support/setup.ts'],
        testTimeout: 90_000,
        hookTimeout: 120_000,
        // A browser on a busy machine needs more than the usual second.
        expect: { poll: { timeout: 30_000 } },
      }),
      project('house', 'scripts'),
      project('docs', 'docs'),
    ],
  },
});
