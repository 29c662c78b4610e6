// `npm run bench [-- NAME…]`: the benchmarks of every package, one after the other, each in a process of its own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';
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
  exchange: ['packages/exchange-client/bench/run.ts'],
};

const wanted = process.argv.slice(2);
await setUp((step) => console.log(step));
let failed = 0;
for (const [name, [file, ...args]] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  if (!existsSync(join(root, file))) continue;
  console.log(`\n── ${name}`);
  const loader = file.endsWith('.ts') ? ['--conditions=@kcc/source', '--import', 'tsx'] : [];
  const { code } = await run(process.execPath, [...loader, file, ...args]);
  if (code !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
