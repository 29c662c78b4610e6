// `npm run web-form [-- ARGS…]`: the web app for forms and letters, built on its first start, from this checkout.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './run.mjs';
import { setUp } from './setup.mjs';

await setUp((step) => console.error(step));
const main = join(root, 'examples', 'web-form', 'src', 'server', 'main.ts');
const loader = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');
const args = ['--conditions=@kcc/source', '--import', loader, main, ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: process.env.INIT_CWD ?? process.cwd(), stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
