import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOffice } from '../fixture/identity.ts';
import { storeOffice } from '../fixture/stored-office.ts';
import { bundleChild, type ChildProgram } from './run-child.ts';

const LETTERS = 15;
let child: ChildProgram;
let folder: string;
const running: ReturnType<ChildProgram['start']>[] = [];

beforeAll(async () => {
  child = await bundleChild(new URL('./agent.ts', import.meta.url));
  folder = mkdtempSync(join(tmpdir(), 'kcc-cut-'));
  for (const [code, name] of [
    ['A', '甲機關'],
    ['B', '乙機關'],
  ] as const) {
    storeOffice(folder, makeOffice(code, name));
  }
});

afterAll(() => {
  for (const process of running) process.kill('SIGKILL');
  child.dispose();
  rmSync(folder, { recursive: true });
});

/** A child and the JSON lines it says. */
function start(options: object) {
  const process = child.start(options);
  running.push(process);
  let errors = '';
  process.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  if (process.stdout === null) throw new Error('no stdout');
  const lines = createInterface({ input: process.stdout })[Symbol.asyncIterator]();
  const until = async (test: (value: Record<string, unknown>) => boolean) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`the child ended: ${errors}`);
      const said = JSON.parse(value) as Record<string, unknown>;
      if (test(said)) return said;
    }
  };
  return { process, until };
}

describe('two offices as processes of their own, through a centre on another address', () => {
  it('exchange every letter once although the centre is killed and comes back in the middle', async () => {
    const centre = start({ role: 'centre', folder, host: '127.0.0.2', port: 0 });
    const url = String((await centre.until(({ url }) => url !== undefined)).url);
    const agents = [
      start({ role: 'agent', folder, url, code: 'A', to: 'B', letters: LETTERS }),
      start({ role: 'agent', folder, url, code: 'B', to: 'A', letters: LETTERS }),
    ];
    for (const { until } of agents) await until(({ ready }) => ready === true);
    for (const { process } of agents) process.stdin?.write('go\n');
    const [a] = agents;
    await a?.until(({ registered }) => Number(registered) >= 2);
    centre.process.kill('SIGKILL');
    await pause(700);
    const back = start({ role: 'centre', folder, host: '127.0.0.2', port: Number(new URL(url).port) });
    await back.until(({ url: again }) => again === url);
    await Promise.all(
      agents.map(({ until }) =>
        until((said) => Number(said.confirmed) >= LETTERS && Number(said.registered) >= LETTERS),
      ),
    );
    for (const { process } of agents) process.kill('SIGTERM');
    const ends = await Promise.all(agents.map(({ until }) => until(({ end }) => end === true)));
    for (const [index, code] of ['A', 'B'].entries()) {
      const sent = ends[index]?.sent as [string, string, string][];
      const inbox = new Map(ends[1 - index]?.inbox as [string, string][]);
      expect(sent).toHaveLength(LETTERS);
      expect(inbox.size).toBe(LETTERS);
      for (const [id, state, receipt] of sent) {
        expect([id.startsWith(code), state]).toEqual([true, 'CONFIRMED']);
        expect(inbox.get(id)).toBe(receipt);
      }
    }
  }, 120_000);
});
