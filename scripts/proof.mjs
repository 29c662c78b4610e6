// `npm run proof [-- --only NAME… --json]`: the long fault and fuzz runs, one after the other; hours in all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { childEnvironment, root, tool } from './run.mjs';
import { setUp } from './setup.mjs';

/** Name → project, file of the tests that run long under KCC_PROOF=1, and what they prove. */
export const PROOFS = {
  values: {
    project: 'validators',
    file: 'packages/validators/test/proof/never-throws.test.ts',
    what: '任何輸入都不拋出例外 · no input makes a check throw',
  },
  'hostile-xml': {
    project: 'gongwen',
    file: 'packages/gongwen/test/xml/hostile.test.ts',
    what: '惡意 XML 在時限與記憶體內結束 · hostile XML ends within bounds',
  },
  grammar: {
    project: 'gongwen',
    file: 'packages/gongwen/test/grammar/differential.test.ts',
    what: '文法判定與 libxml2、xmllint 一致 · verdicts agree with libxml2 and xmllint',
  },
  'cms-tamper': {
    project: 'xca-card',
    file: 'packages/xca-card/test/cms/tamper.test.ts',
    what: '簽章訊息改一個位元都驗不過 · no changed byte passes',
  },
  'cms-openssl': {
    project: 'xca-card',
    file: 'packages/xca-card/test/cms/openssl-variants.test.ts',
    what: '與 openssl 互驗 · openssl and we agree both ways',
  },
  'card-path': {
    project: 'xca-card',
    file: 'packages/xca-card/test/certificate/path-openssl.test.ts',
    what: '憑證路徑判定與 openssl 一致 · path verdicts agree with openssl',
  },
  'card-crl': {
    project: 'xca-card',
    file: 'packages/xca-card/test/certificate/crl-openssl.test.ts',
    what: '廢止判定與 openssl 一致 · revocation verdicts agree with openssl',
  },
  'card-removal': {
    project: 'xca-card',
    file: 'packages/xca-card/test/drivers/pkcs11/removal.test.ts',
    what: '簽章途中拔卡一定有答案 · a card pulled while signing always ends the call',
  },
  'card-durable': {
    project: 'xca-card',
    file: 'packages/xca-card/test/drivers/soft/durable.test.ts',
    what: '模擬卡在任何時刻被砍都完整 · the card store survives a kill at any moment',
  },
  'exchange-model': {
    project: 'exchange-client',
    file: 'packages/exchange-client/test/model/model.test.ts',
    what: '隨機動作序列與模型一致 · random sequences agree with a model',
  },
  'exchange-kill': {
    project: 'exchange-client',
    file: 'packages/exchange-client/test/kill/kill.test.ts',
    what: '任何一步被砍不遺失、不重覆 · killed at any step, nothing is lost or doubled',
  },
};

const minutes = (milliseconds) =>
  `${Math.floor(milliseconds / 60_000)}:${String(Math.floor(milliseconds / 1000) % 60).padStart(2, '0')}`;

/** Runs one proof; `tick` hears the elapsed milliseconds every ten seconds. */
async function runProof({ project, file }, scratch, tick) {
  const report = join(scratch, `${project}-${Date.now()}.json`);
  const args = ['run', '--project', project, file, '--reporter=json', `--outputFile=${report}`];
  const startedAt = performance.now();
  const output = [];
  const timer = setInterval(() => tick(performance.now() - startedAt), 10_000);
  const code = await new Promise((resolve) => {
    const child = spawn(tool('vitest'), args, { cwd: root, env: childEnvironment({ KCC_PROOF: '1' }) });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    child.on('error', () => resolve(127));
    child.on('close', (ended) => resolve(ended ?? 1));
  });
  clearInterval(timer);
  const milliseconds = Math.round(performance.now() - startedAt);
  return { ...countsOf(report, code), milliseconds, output: Buffer.concat(output).toString('utf8') };
}

/** Counts of a vitest report, and the messages of what failed; a report that is missing is a failure. */
function countsOf(report, code) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failures = testResults.flatMap(({ message, assertionResults }) => [
      ...(message ? [message] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => [fullName, ...failureMessages].join('\n')),
    ]);
    const failed = Math.max(numFailedTests, code === 0 ? 0 : 1);
    return { passed: numPassedTests, failed, skipped: numPendingTests, failures };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['vitest left no report'] };
  }
}

function chosen(only) {
  const unknown = only.filter((name) => !(name in PROOFS));
  if (unknown.length > 0) {
    console.error(`--only 不認得：${unknown.join(' ')}。可用：${Object.keys(PROOFS).join(' ')}`);
    process.exit(2);
  }
  return Object.entries(PROOFS).filter(([name]) => only.length === 0 || only.includes(name));
}

function table(results) {
  const rows = results.map(({ name, passed, failed, skipped, milliseconds }) =>
    [
      failed === 0 ? '✔' : '✘',
      name.padEnd(16),
      `${passed}`.padStart(7),
      `${failed}`.padStart(7),
      `${skipped}`.padStart(8),
      minutes(milliseconds).padStart(9),
    ].join(' '),
  );
  return ['  proof             passed  failed  skipped   minutes', ...rows].join('\n');
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const proofs = chosen(values.only);
  const say = (text) => void process.stderr.write(text);
  await setUp((step) => say(`${step}\n`));
  const scratch = mkdtempSync(join(tmpdir(), 'kcc-proof-'));
  const results = [];
  try {
    for (const [index, [name, proof]] of proofs.entries()) {
      say(`[${index + 1}/${proofs.length}] ${name}：${proof.what}\n`);
      const tick = (elapsed) => say(process.stderr.isTTY ? `\r    ${minutes(elapsed)} ` : '');
      const { output, ...result } = await runProof(proof, scratch, tick);
      say(
        `${process.stderr.isTTY ? '\r' : ''}    ${result.failed === 0 ? '✔' : '✘'} ${minutes(result.milliseconds)}\n`,
      );
      if (result.failed > 0) say(`${result.failures.join('\n\n') || output.slice(-4000)}\n`);
      results.push({ name, file: proof.file, what: proof.what, ...result });
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  if (values.json) console.log(JSON.stringify({ proofs: results, failed }));
  else console.log(table(results));
  process.exitCode = failed === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
