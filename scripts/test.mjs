// `npm test [-- --without NAME…]`: set-up, the foreign programs that judge what is written, then every check.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCli } from './build-cli.mjs';
import { installMissing, namesOf, PROGRAMS } from './debian.mjs';
import { root, run, tool } from './run.mjs';
import { setUp } from './setup.mjs';

const without = withoutNames(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'kcc-test-'));
const results = [];

/** Names given by `--without NAME`, `--without=NAME` or `KCC_WITHOUT=a,b`. */
function withoutNames(args) {
  const names = (process.env.KCC_WITHOUT ?? '').split(',').filter(Boolean);
  args.forEach((arg, index) => {
    if (arg.startsWith('--without=')) names.push(...arg.slice('--without='.length).split(','));
    else if (arg === '--without' && args[index + 1]) names.push(...args[index + 1].split(','));
  });
  const unknown = names.filter((name) => !(name in PROGRAMS));
  if (unknown.length > 0) {
    console.error(`--without 不認得：${unknown.join(' ')}。可用：${Object.keys(PROGRAMS).join(' ')}`);
    process.exit(2);
  }
  return [...new Set(names)];
}

function record(name, passed, failed, skipped, startedAt) {
  results.push({ name, passed, failed, skipped });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${failed === 0 ? '✔' : '✘'} ${name}（${seconds} s）`);
}

/** A check that is one command: passed when it ends with 0; its output is shown only when it fails. */
async function check(name, command, args) {
  const startedAt = performance.now();
  const { code, output } = await run(command, args, {
    quiet: true,
    env: { KCC_WITHOUT: namesOf(without).join(',') },
  });
  if (code !== 0) console.log(output.slice(-20_000));
  record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, 0, startedAt);
}

/** The code of guides and READMEs as modules, which the type check then covers. */
async function writeSamples() {
  const script = join(root, 'docs', 'build', 'samples-for-tsc.ts');
  const { code, output } = await run(
    process.execPath,
    ['--conditions=@kcc/source', '--import', 'tsx', script],
    {
      quiet: true,
    },
  );
  if (code !== 0) throw new Error(output);
}

async function unitTests() {
  const startedAt = performance.now();
  const report = join(scratch, 'vitest.json');
  const { code } = await run(
    tool('vitest'),
    ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    {
      env: { KCC_WITHOUT: namesOf(without).join(',') },
    },
  );
  let passed = 0;
  let failed = code === 0 ? 0 : 1;
  const skipped = [];
  try {
    const json = JSON.parse(readFileSync(report, 'utf8'));
    passed = json.numPassedTests;
    failed = Math.max(json.numFailedTests + json.numFailedTestSuites, failed);
    for (const file of json.testResults) {
      for (const test of file.assertionResults) {
        if (test.status === 'skipped' || test.status === 'pending') skipped.push(test.fullName);
      }
    }
    if (passed === 0) failed = Math.max(failed, 1);
  } catch (error) {
    console.log(`vitest 沒有留下報告：${error instanceof Error ? error.message : error}`);
    failed = Math.max(failed, 1);
  }
  for (const name of skipped) console.log(`  略過：${name}`);
  record('vitest', passed, failed, skipped.length, startedAt);
}

async function main() {
  const problems = await installMissing(without);
  if (problems.length > 0) {
    for (const problem of problems) console.log(`✘ ${problem}`);
    results.push({ name: 'Debian packages', passed: 0, failed: problems.length, skipped: 0 });
    return;
  }
  await setUp((step) => console.log(step));
  await buildCli();
  await writeSamples();
  await Promise.all([
    check('biome', tool('biome'), ['check', '.']),
    check('tsc', tool('tsc'), ['-p', 'tsconfig.json']),
  ]);
  await unitTests();
  await Promise.all([
    check('typedoc', tool('typedoc'), []),
    check('packages', process.execPath, [join(root, 'scripts', 'check-packages.mjs')]),
  ]);
}

try {
  await main();
} catch (error) {
  console.log(error instanceof Error ? error.stack : error);
  results.push({ name: 'set-up', passed: 0, failed: 1, skipped: 0 });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
if (without.length > 0) console.log(`沒有執行的部分（--without）：${without.join(' ')}`);
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`,
);
process.exitCode = sum('failed') === 0 ? 0 : 1;
