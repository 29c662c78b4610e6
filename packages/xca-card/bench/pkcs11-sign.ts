import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createPkcs11Driver } from '../src/drivers/pkcs11/index.ts';
import { createSoftHsmToken } from '../test/support/softhsm-token.ts';

/**
 * 500 signatures one after another through the driver, against a bare C_SignInit/C_Sign in a child process that gets
 * each message the same way, and against the loop inside that process. Run: `npm run bench -- pkcs11-sign`.
 */
const COUNT = 500;
const ROUNDS = 5;
const DATA = new Uint8Array(256).fill(7);

const token = createSoftHsmToken();
const driver = createPkcs11Driver({ module: token.module, env: token.env });
const bare = startBare();
try {
  await once(bare);
  const reader = (await driver.readers()).find(({ card }) => card !== undefined);
  const session = await driver.open(reader?.id ?? '', token.pin);
  const results = { driver: [] as number[], bare: [] as number[], loop: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = {
      bare: await timed(() => ask(bare, 1)),
      driver: await timed(() => session.signer.sign(DATA)),
      loop: (await ask(bare, COUNT)).ms,
    };
    // The first round warms up.
    if (round > 0) for (const name of ['bare', 'driver', 'loop'] as const) results[name].push(times[name]);
  }
  await session.close();
  const best = {
    driver: Math.min(...results.driver),
    bare: Math.min(...results.bare),
    loop: Math.min(...results.loop),
  };
  const percent = (a: number, b: number) => `${(100 * (a / b - 1)).toFixed(1)} %`;
  console.log(`${COUNT} signatures, RSA-2048 SHA-256, best of ${ROUNDS}, SoftHSM2`);
  console.log(`  driver                       ${best.driver.toFixed(0)} ms`);
  console.log(
    `  bare C_Sign, asked one by one ${best.bare.toFixed(0)} ms; driver above it: ${percent(best.driver, best.bare)}`,
  );
  console.log(
    `  bare C_Sign, loop in the child ${best.loop.toFixed(0)} ms; driver above it: ${percent(best.driver, best.loop)}`,
  );
} finally {
  bare.disconnect();
  await driver.close();
  token.destroy();
}

function startBare(): ChildProcess {
  const entry = fileURLToPath(new URL('./bare-sign.ts', import.meta.url));
  return fork(entry, [], {
    execArgv: ['--import', createRequire(import.meta.url).resolve('tsx')],
    env: { ...process.env, ...token.env, BENCH_MODULE: token.module, BENCH_PIN: token.pin },
    serialization: 'advanced',
  });
}

function once(child: ChildProcess): Promise<{ ms: number }> {
  return new Promise((resolve) => child.once('message', resolve));
}

function ask(child: ChildProcess, loop: number): Promise<{ ms: number }> {
  const answer = once(child);
  child.send({ data: DATA, loop });
  return answer;
}

async function timed(operation: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < COUNT; i += 1) await operation();
  return performance.now() - started;
}
