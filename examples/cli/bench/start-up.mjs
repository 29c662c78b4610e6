// `npm run bench -- cli-start`: how long a command takes from nothing, beside Node that does nothing, in turns.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = 15;
const kcc = fileURLToPath(new URL('../dist/kcc.js', import.meta.url));
// Node 20 reads these certificates before it does anything (about 90 ms), later versions when they are needed.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'kcc-start-'));

function milliseconds(args) {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - startedAt;
}

try {
  milliseconds([kcc, 'letter', 'new', '函', '--out', 'letter.txt']);
  milliseconds([kcc, 'letter', 'write', 'letter.txt', '--out', 'out', '--name', 'letter']);
  const commands = {
    'node, nothing': ['-e', '0'],
    'kcc --version': [kcc, '--version'],
    'kcc letter check': [kcc, 'letter', 'check', 'out/letter.di'],
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let run = 0; run < RUNS; run += 1)
    for (const [name, args] of Object.entries(commands)) times[name].push(milliseconds(args));
  for (const [name, all] of Object.entries(times)) {
    const [least = 0, , , , , , , median = 0] = all.toSorted((a, b) => a - b);
    console.log(`${name.padEnd(18)} median ${median.toFixed(0)} ms, least ${least.toFixed(0)} ms of ${RUNS}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
