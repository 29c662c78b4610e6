// Tries the samples of some pages while they are written: `npx pnpm --filter @kcc-docs/site run try letters`.

import { samplePages } from './pages.ts';
import { trySamples } from './try-samples.ts';

const words = process.argv.slice(2);
const { outcomes, samples } = trySamples(
  samplePages().filter(({ path }) => words.length === 0 || words.some((word) => path.includes(word))),
);
const lines = [
  ...outcomes.map(
    ({ place, milliseconds, error }) => `${error ? '✘' : '✔'} ${place} ${milliseconds} ms ${error ?? ''}`,
  ),
  ...samples.flatMap(({ place, noRun }) => (noRun ? [`– ${place} ${noRun}`] : [])),
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = outcomes.some(({ error }) => error) ? 1 : 0;
