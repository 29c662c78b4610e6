import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeGpki } from '../../../src/drivers/soft/gpki/stored-gpki.ts';
import {
  createFolderStorage,
  createSoftDriver,
  DEFAULT_READER,
  insertCard,
  openSoftStore,
  resetPin,
} from '../../../src/drivers/soft/index.ts';
import { makeWorld, PIN, testGpki, USER_CODE, withFolder } from '../../support/world.ts';

const template = await makeWorld();
const gpki = await testGpki();
const WORKER = fileURLToPath(new URL('../../support/soft-worker.ts', import.meta.url));

/** The opened card of the template in a folder. */
async function storeIn(folder: string) {
  const store = openSoftStore(folder, { rounds: 1, gpki });
  await store.writeJson('gpki.json', writeGpki(gpki));
  await store.saveCard(await template.store.card(template.card.number));
  await insertCard(store, template.card.number);
  return store;
}

/** Runs the worker and kills it after it has printed some lines and a moment has passed. */
async function killWorker(folder: string, pin: string, lines: number, afterMs: number): Promise<string[]> {
  const child = spawn(
    process.execPath,
    ['--conditions=@kcc/source', '--import', 'tsx', WORKER, folder, pin],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const seen: string[] = [];
  const closed = new Promise((resolve) => child.once('close', resolve));
  for await (const chunk of child.stdout) {
    seen.push(...String(chunk).trim().split('\n'));
    if (seen.length > lines) break;
  }
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await closed;
  return seen.slice(1);
}

describe('the store in a folder', () => {
  it('survives a kill at any moment: the card is whole and no try was given back', async () => {
    await withFolder(async (folder) => {
      const store = await storeIn(folder);
      for (const afterMs of process.env.KCC_PROOF === '1' ? [0, 1, 2, 3, 4, 5, 8, 13] : [1, 3]) {
        await resetPin(store, template.card.number, USER_CODE, PIN);
        const results = await killWorker(folder, '999999', 0, afterMs);
        const record = await store.card(template.card.number);
        const refused = results.filter((code) => code === 'PIN_INCORRECT').length;
        expect(record.pin?.triesLeft).toBeLessThanOrEqual(3 - refused);
        // The next process is not kept out by the lock of the dead one.
        const driver = createSoftDriver({ store });
        if (record.pin && record.pin.triesLeft > 0) {
          await (await driver.open(DEFAULT_READER, PIN, { allowLastTry: true })).close();
        }
      }
    });
  }, 60_000);

  it('lets several processes count the tries of one card together', async () => {
    await withFolder(async (folder) => {
      const store = await storeIn(folder);
      const drivers = Array.from({ length: 8 }, () =>
        createSoftDriver({ store: openSoftStore(folder, { rounds: 1 }) }),
      );
      const outcomes = await Promise.allSettled(
        drivers.map((driver) => driver.open(DEFAULT_READER, '999999', { allowLastTry: true })),
      );
      const codes = outcomes
        .map((outcome) => (outcome.status === 'rejected' ? outcome.reason.code : 'opened'))
        .sort();
      expect(codes).toEqual([...Array(2).fill('PIN_INCORRECT'), ...Array(6).fill('PIN_LOCKED')]);
      expect((await store.card(template.card.number)).pin?.triesLeft).toBe(0);
    });
  });

  it('says that it is busy when a living process keeps it', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, '.lock'), `${process.pid} somebody`);
      const storage = createFolderStorage(folder, { lockWaitMs: 50 });
      await expect(storage.exclusive(async () => 1)).rejects.toMatchObject({
        code: 'STORE_BUSY',
        retryable: true,
      });
    });
  });

  it('takes over the lock of a dead process', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, '.lock'), '999999999 nobody');
      expect(await createFolderStorage(folder).exclusive(async () => 1)).toBe(1);
    });
  });

  it('names a damaged file', async () => {
    await withFolder(async (folder) => {
      const store = await storeIn(folder);
      writeFileSync(join(folder, 'cards', `${template.card.number}.json`), '{"format":');
      const reading = createSoftDriver({ store }).readers();
      await expect(reading).rejects.toMatchObject({ code: 'STORE_CORRUPT', category: 'environment' });
    });
  });

  it('keeps no PIN, user code or private key in the clear', async () => {
    await withFolder(async (folder) => {
      await storeIn(folder);
      const driver = createSoftDriver({ store: openSoftStore(folder, { rounds: 1 }) });
      await driver.open(DEFAULT_READER, '864201').catch(() => undefined);
      await (await driver.open(DEFAULT_READER, PIN)).close();
      const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'gpki.json')
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
      expect(texts.length).toBeGreaterThanOrEqual(2);
      for (const text of texts) {
        for (const secret of [PIN, '864201', USER_CODE, 'pkcs8', 'MIIEv']) expect(text).not.toContain(secret);
      }
    });
  });
});
