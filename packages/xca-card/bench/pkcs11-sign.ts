import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createPkcs11Driver } from '../src/drivers/pkcs11/index.ts';
import { createSoftHsmToken } from '../test/support/softhsm-token.ts';

/**
 * 500 signatures through the driver, against a bare C_SignInit/C_Sign in a child process that gets each message the same
 * way: one after another, the two taking turns so that a busy machine slows both alike, and all at once. For comparison
 * the same number in a loop inside a process, without messages, which no driver that keeps a module apart can reach one
 * after another.
 */
const COUNT = 500;
const WARM_UP = 100;
const ROUNDS = 7;
const DATA = new Uint8Array(256).fill(7);

const token = createSoftHsmToken();
const driver = createPkcs11Driver({ module: token.module, env: token.env });
const bare = startBare();
try {
  await once(bare);
  const reader = (await driver.readers()).find(({ card }) => card !== undefined);
  const session = await driver.open(reader?.id ?? '', token.pin);
  const times = { bare: [] as number[], driver: [] as number[] };
  for (let i = 0; i < COUNT + WARM_UP; i += 1) {
    times.bare.push(await timed(() => ask(bare)));
    times.driver.push(await timed(() => session.signer.sign(DATA)));
  }
  const rounds = { loop: [] as number[], bare: [] as number[], driver: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.loop.push(await loop(bare));
    rounds.bare.push(await timed(() => askAll(bare)));
    rounds.driver.push(
      await timed(() => Promise.all(Array.from({ length: COUNT }, () => session.signer.sign(DATA)))),
    );
  }
  await session.close();
  console.log(`${COUNT} signatures, RSA-2048 SHA-256, SoftHSM2, milliseconds each`);
  for (const [name, share] of [
    ['fastest tenth', 0.1],
    ['median', 0.5],
  ] as const) {
    const [one, other] = [quantile(times.bare, share), quantile(times.driver, share)];
    const above = (100 * (other / one - 1)).toFixed(1);
    console.log(`  ${name}: bare ${one.toFixed(3)}, driver ${other.toFixed(3)}, ${above} % above`);
  }
  const fastest = (values: readonly number[]) => Math.min(...values);
  const above = (100 * (fastest(rounds.driver) / fastest(rounds.bare) - 1)).toFixed(1);
  console.log(`${COUNT} signatures at once, milliseconds in all, fastest of ${ROUNDS}`);
  console.log(
    `  bare ${fastest(rounds.bare).toFixed(0)}, driver ${fastest(rounds.driver).toFixed(0)}, ${above} % above;` +
      ` loop without messages ${fastest(rounds.loop).toFixed(0)}`,
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

function once(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('message', resolve));
}

function ask(child: ChildProcess): Promise<unknown> {
  const answer = once(child);
  child.send({ data: DATA });
  return answer;
}

/** All messages before the first answer, as a caller that does not wait sends them. */
function askAll(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let left = COUNT;
    const listen = () => {
      left -= 1;
      if (left > 0) return;
      child.off('message', listen);
      resolve();
    };
    child.on('message', listen);
    for (let i = 0; i < COUNT; i += 1) child.send({ data: DATA });
  });
}

async function loop(child: ChildProcess): Promise<number> {
  const answer = once(child);
  child.send({ data: DATA, loop: COUNT });
  // The child answers a loop with its time.
  return ((await answer) as { readonly ms: number }).ms;
}

async function timed(operation: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await operation();
  return performance.now() - started;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.slice(WARM_UP).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
