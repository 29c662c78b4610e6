// `npm run --silent kcc -- ARGS…`: the command line from this checkout, in the folder where npm was called.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCli } from './build-cli.mjs';
import { root } from './run.mjs';
import { setUp } from './setup.mjs';

await setUp((step) => console.error(step));
await buildCli();
if (process.env.INIT_CWD && process.env.npm_lifecycle_event) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(join(root, 'examples', 'cli', 'dist', 'kcc.js')).href);
