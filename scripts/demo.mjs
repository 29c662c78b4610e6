// `npm run demo [-- --out DIR]`: sets up what is missing, then one fictitious office makes the whole journey.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildCli } from './build-cli.mjs';
import { root } from './run.mjs';
import { setUp } from './setup.mjs';

try {
  await setUp((step) => console.log(`準備：${step}`));
  await buildCli();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(3);
}
const args = process.argv.slice(2);
const child = spawn(process.execPath, [join(root, 'examples', 'cli', 'dist', 'kcc.js'), 'demo', ...args], {
  cwd: process.env.INIT_CWD ?? root,
  stdio: 'inherit',
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
