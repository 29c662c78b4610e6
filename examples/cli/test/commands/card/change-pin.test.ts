import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

let folder: string;
let store: readonly string[];

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, `${content}\n`, { mode: 0o600 });
  return path;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-change-pin-'));
  store = ['--store', join(folder, 'store')];
  const code = ['--user-code-file', file('code', 'Code#123')];
  const made = await kcc(['card', 'simulate', 'create', ...store, ...code, '--json']);
  const activated = await kcc([
    ...['card', 'simulate', 'activate', ...store, ...code, '--pin-file', file('pin', '246802'), '--json'],
  ]);
  await kcc(['card', 'simulate', 'insert', ...store, '--json']);
  if (made.exitCode + activated.exitCode > 0)
    throw new Error(made.stderr + activated.stdout + activated.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const change = (current: string, next: string) => {
  const files = ['--pin-file', file('current', current), '--new-pin-file', file('next', next)];
  return kcc(['card', 'change-pin', ...store, ...files, '--json']);
};

describe('card change-pin', () => {
  it('tells a wrong PIN with the tries left, exit 4, and neither PIN anywhere', async () => {
    const { exitCode, stdout, stderr, json } = await change('111111', '975318');
    expect(exitCode).toBe(4);
    expect(json()).toMatchObject({
      error: { code: 'PIN_INCORRECT', retryable: false, details: { retriesLeft: 2 } },
    });
    for (const secret of ['111111', '975318']) expect(stdout + stderr).not.toContain(secret);
  });

  it('changes the PIN, after which the old one is wrong', async () => {
    expect(await change('246802', '975318').then(({ exitCode, json }) => [exitCode, json()])).toMatchObject([
      0,
      { changed: true },
    ]);
    expect((await change('246802', '864209')).exitCode).toBe(4);
    expect((await change('975318', '246802')).exitCode).toBe(0);
  });

  it('shows the card with identity, certificates, keys and what is due', async () => {
    const { exitCode, json } = await kcc(['card', 'show', ...store, '--json']);
    expect(exitCode).toBe(0);
    const shown = json() as { due: unknown[] };
    expect(shown).toMatchObject({
      certificates: expect.arrayContaining([expect.objectContaining({ use: 'sign', id: 'SIGN' })]),
      keys: [
        { use: 'sign', id: 'SIGN', kind: 'rsa', bits: 2048 },
        { use: 'exchange', id: 'KEYX', kind: 'rsa', bits: 2048 },
      ],
      identity: expect.objectContaining({ rank: 'primary' }),
    });
    expect(shown.due.length).toBeGreaterThan(0);
  });

  it('wants the new PIN from a file or the environment, never from an argument', async () => {
    const without = await kcc([
      'card',
      'change-pin',
      ...store,
      '--pin-file',
      file('pin', '246802'),
      '--json',
    ]);
    expect([without.exitCode, without.json()]).toMatchObject([2, { error: { code: 'SECRET_MISSING' } }]);
  });
});
