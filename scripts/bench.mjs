// `npm run bench [-- NAME…]`: the benchmarks of every package, one after the other, each in a process of its own. What
// they print is shown and written into docs/performance.md. Peers that are npm packages are installed for it.
import { spawn } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { buildCli } from './build-cli.mjs';
import { installPeers } from './peers.mjs';
import { writeFigures } from './performance-page.mjs';
import { childEnvironment, root } from './run.mjs';
import { setUp } from './setup.mjs';

/** Name → file and arguments; peers are measured in the same run by the file itself. */
const BENCHES = {
  validators: ['packages/validators/bench/run.mjs'],
  'gongwen-read-check': ['packages/gongwen/bench/read-check.ts'],
  'gongwen-lint': ['packages/gongwen/bench/lint.ts'],
  'gongwen-paper': ['packages/gongwen/bench/paper.ts', '--office'],
  'card-pkcs11': ['packages/xca-card/bench/pkcs11-sign.ts'],
  'card-large-crl': ['packages/xca-card/bench/cms/large-crl.ts'],
  'card-large-file': ['packages/xca-card/bench/cms/large-file.ts'],
  exchange: ['packages/exchange-client/bench/run.ts', '--minutes', '1'],
  'cli-start': ['examples/cli/bench/start-up.mjs'],
};

/** Runs a command, shows what it prints, and resolves to its exit code and standard output. */
function runShown(args) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

function machine() {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} × ${model}, ${gigabytes} GB, ${process.platform} ${release()}, Node ${process.versions.node}`;
}

const words = process.argv.slice(2);
const wanted = Object.entries(BENCHES).filter(
  ([name]) => words.length === 0 || words.some((word) => name.includes(word)),
);
const show = (step) => console.log(step);
await setUp(show);
await buildCli();
await installPeers([...new Set(wanted.map(([, [file = '']]) => file.split('/')[1]))], show);
const figures = [];
let failed = 0;
for (const [name, [file, ...args]] of wanted) {
  console.log(`\n── ${name}`);
  const loader = file.endsWith('.ts') ? ['--conditions=@kcc/source', '--import', 'tsx'] : [];
  const startedAt = performance.now();
  const { code, output } = await runShown([...loader, file, ...args]);
  const seconds = (performance.now() - startedAt) / 1000;
  if (code === 0)
    figures.push({ name, output, seconds, on: new Date().toISOString().slice(0, 10), machine: machine() });
  else failed += 1;
}
console.log('\nbenchmark            seconds');
for (const { name, seconds } of figures) console.log(`${name.padEnd(20)} ${seconds.toFixed(0).padStart(7)}`);
if (figures.length > 0) writeFigures(figures);
process.exitCode = failed === 0 ? 0 : 1;
