import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { insertCard, openSoftStore } from '../../src/drivers/soft/index.ts';
import { makeWorld, PIN, USER_CODE, withFolder } from '../support/world.ts';

/** Letters among the digits: a crash report is full of numbers. */
const [RIGHT, WRONG] = ['Zx81Pq47', 'Qw93Er55'] as const;

it('a program that dies of a refused PIN leaves no PIN, user code or key in its output, log and crash report', async () => {
  await withFolder(async (folder) => {
    const { gpki, card, store: made, session } = await makeWorld();
    await session.changePin(PIN, RIGHT);
    const [place, reports] = [join(folder, 'store'), join(folder, 'reports')];
    mkdirSync(reports);
    const store = openSoftStore(place, { rounds: 1, gpki });
    await store.saveCard(await made.card(card.number));
    await insertCard(store, card.number);
    const entry = fileURLToPath(new URL('../support/crashing-program.ts', import.meta.url));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['--conditions=@kcc/source', '--import', createRequire(import.meta.url).resolve('tsx')],
        ...['--report-uncaught-exception', `--report-directory=${reports}`, entry, place],
      ],
      { input: `${RIGHT} ${WRONG}\n`, encoding: 'utf8', timeout: 25_000 },
    );
    expect([status, stdout.startsWith('signed 256'), stderr.includes('PIN_INCORRECT')]).toEqual([
      expect.not.toSatisfy((code) => code === 0),
      true,
      true,
    ]);
    const files = readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8'));
    expect(files.length).toBe(1);
    for (const text of [stdout, stderr, ...files]) {
      for (const secret of [RIGHT, WRONG, USER_CODE, 'PRIVATE KEY', 'MIIEv'])
        expect(text).not.toContain(secret);
    }
  });
});
