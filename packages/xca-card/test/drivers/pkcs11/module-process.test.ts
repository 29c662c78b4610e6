import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPkcs11Driver, type Pkcs11DriverOptions } from '../../../src/drivers/pkcs11/index.ts';
import { builtHost } from '../../support/built-host.ts';
import { isAlive } from '../../support/processes.ts';
import { leftOut, OPENSC, SOFTHSM } from '../../support/requirement.ts';
import { createSoftHsmToken, type SoftHsmToken } from '../../support/softhsm-token.ts';
import { until } from '../../support/virtual-card/virtual-cards.ts';

const reason = leftOut(SOFTHSM, OPENSC);

describe.skipIf(reason !== undefined)(`the process of the module ${reason ?? ''}`, () => {
  let token: SoftHsmToken;
  beforeAll(() => {
    token = createSoftHsmToken();
  });
  afterAll(() => token.destroy());

  const withDriver = async (
    options: Pkcs11DriverOptions,
    use: (driver: ReturnType<typeof createPkcs11Driver>) => Promise<void>,
  ) => {
    const driver = createPkcs11Driver({
      module: token.module,
      env: token.env,
      host: await builtHost(),
      ...options,
    });
    try {
      await use(driver);
    } finally {
      await driver.close();
    }
  };
  const openFirst = async (driver: ReturnType<typeof createPkcs11Driver>) => {
    const reader = (await driver.readers()).find(({ card }) => card !== undefined);
    return await driver.open(reader?.id ?? '', token.pin);
  };

  it('starts with the first call and is gone after close', async () => {
    // From the sources, which the other tests of this file replace by the compiled entry.
    const driver = createPkcs11Driver({ module: token.module, env: token.env });
    expect(driver.pid).toBeUndefined();
    await driver.readers();
    const { pid = 0 } = driver;
    expect(isAlive(pid)).toBe(true);
    await driver.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('that hangs is ended in time, and the next call starts another', async () => {
    await withDriver({ timeout: 1_000, slow: 100 }, async (driver) => {
      const session = await openFirst(driver);
      const { pid = 0 } = driver;
      process.kill(pid, 'SIGSTOP');
      const started = performance.now();
      const pending = [session.signer.sign(new Uint8Array(1)), session.signer.sign(new Uint8Array(2))];
      for (const outcome of await Promise.allSettled(pending)) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: { code: 'MODULE_FAILED', details: { reason: 'timeout' } },
        });
      }
      expect(performance.now() - started).toBeLessThan(2_000);
      expect((await driver.readers()).length).toBeGreaterThan(0);
      expect(driver.pid).not.toBe(pid);
      await expect(session.signer.sign(new Uint8Array(1))).rejects.toMatchObject({ code: 'MODULE_FAILED' });
      await session.close();
    });
  });

  it('that crashes fails what it worked on and ends its sessions', async () => {
    await withDriver({}, async (driver) => {
      const session = await openFirst(driver);
      process.kill(driver.pid ?? 0, 'SIGSTOP');
      const pending = session.signer.sign(new Uint8Array(1));
      process.kill(driver.pid ?? 0, 'SIGKILL');
      await expect(pending).rejects.toMatchObject({
        code: 'MODULE_FAILED',
        details: { reason: 'crash', signal: 'SIGKILL' },
      });
      const again = await openFirst(driver);
      await again.signer.sign(new Uint8Array(1));
      await again.close();
    });
  });

  it.each(['yes', 'no'])('lets its program end by itself, driver closed: %s', async (close) => {
    const tsx = createRequire(import.meta.url).resolve('tsx');
    const entry = fileURLToPath(new URL('../../support/listing-program.ts', import.meta.url));
    const env = {
      ...process.env,
      ...token.env,
      TEST_MODULE: token.module,
      TEST_PIN: token.pin,
      TEST_CLOSE: close,
    };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--conditions=@kcc/source', '--import', tsx, entry],
      { env, encoding: 'utf8', timeout: 20_000 },
    );
    expect([status, stdout.split(' ')[0], stderr]).toEqual([0, 'done', '']);
    const pid = Number(stdout.split(' ')[1]);
    if (Number.isInteger(pid)) expect(await until(() => !isAlive(pid), 3_000)).toBe(true);
  });

  it('does not get the secrets of our environment', async () => {
    process.env.KCC_PIN = '135791';
    try {
      await withDriver({}, async (driver) => {
        await driver.readers();
        expect(readFileSync(`/proc/${driver.pid}/environ`, 'utf8')).not.toContain('135791');
      });
    } finally {
      delete process.env.KCC_PIN;
    }
  });

  it('tells a file that is no module, a binding that is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kcc-module-'));
    const module = join(folder, 'text.so');
    writeFileSync(module, 'not a module');
    await withDriver({ module }, async (driver) => {
      await expect(driver.readers()).rejects.toMatchObject({
        code: 'MODULE_FAILED',
        details: { reason: 'load' },
      });
    });
    await withDriver({ binding: join(folder, 'none.js') }, async (driver) => {
      await expect(driver.readers()).rejects.toMatchObject({ code: 'NATIVE_MISSING' });
    });
    rmSync(folder, { recursive: true });
  });

  it('serves two tokens, by their serial numbers, and one alone when a slot is named', async () => {
    token.addToken('Second card');
    await withDriver({}, async (driver) => {
      const readers = (await driver.readers()).filter(({ card }) => card !== undefined);
      expect(readers.map(({ card }) => card?.label).sort()).toEqual(['HiCOS PKI Smart Card', 'Second card']);
      for (const reader of readers) {
        const session = await driver.open(reader.id, token.pin);
        expect(session.card.number).toBe(reader.card?.number);
        await session.signer.sign(new Uint8Array(8));
        await session.close();
      }
      const [first] = readers;
      const slot = Number(first?.id.split(':')[0]);
      await withDriver({ slot }, async (single) => {
        expect((await single.readers()).map(({ id }) => id)).toEqual([first?.id]);
      });
      await withDriver({ slot: 99 }, async (none) => {
        expect(await none.readers()).toEqual([]);
      });
    });
  });
});
