import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { SendFile } from '../../src/engine/send.ts';
import { ExchangeError } from '../../src/exchange-error.ts';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { createBlobFolder } from '../../src/store/blob-folder.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import type { Transport } from '../../src/transport/transport.ts';
import { letterTo } from '../fixture/letters.ts';
import { openNetwork } from '../fixture/network.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-resume-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const broken = () =>
  new ExchangeError('TRANSPORT_INDETERMINATE', { details: { place: 'line', reason: 'cut' } });

describe('a large letter whose fetching broke off', () => {
  it('goes on where an announced blob broke off, also after what a crash left is damaged', async () => {
    const whole = new Uint8Array(400_000).map((_, index) => index % 251);
    const announced = await createBlobFolder(join(folder, 'other')).put(bytesSource(whole).open());
    const asked: number[] = [];
    async function* until(end: number, from: number) {
      asked.push(from);
      yield whole.subarray(from, end);
      if (end < whole.length) throw broken();
    }
    const attempt = (end: number) => createBlobFolder(folder).resume?.(announced, (from) => until(end, from));
    await expect(attempt(150_000)).rejects.toMatchObject({ code: 'TRANSPORT_INDETERMINATE' });
    await expect(attempt(300_000)).rejects.toMatchObject({ code: 'TRANSPORT_INDETERMINATE' });
    const [part = ''] = readdirSync(join(folder, 'incoming'));
    const left = readFileSync(join(folder, 'incoming', part));
    expect(left).toHaveLength(300_000);
    left[7] = (left[7] ?? 0) ^ 1;
    writeFileSync(join(folder, 'incoming', part), left);
    expect((await attempt(whole.length))?.sha256).not.toBe(announced.sha256);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
    expect(await attempt(whole.length)).toEqual(announced);
    expect(asked).toEqual([0, 150_000, 300_000, 0]);
    expect(await readAll(createBlobFolder(folder).open(announced).open())).toEqual(whole);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('does not fetch again what a crash left whole', async () => {
    const whole = new Uint8Array(100_000).fill(7);
    const announced = await createBlobFolder(join(folder, 'other')).put(bytesSource(whole).open());
    mkdirSync(join(folder, 'incoming'));
    writeFileSync(join(folder, 'incoming', `${announced.sha256}.0.part`), whole);
    const unreachable = () => {
      throw new Error('asked');
    };
    expect(await createBlobFolder(folder).resume?.(announced, unreachable)).toEqual(announced);
  });

  it('receives the rest of a large letter after a restart in the middle', async () => {
    const network = await openNetwork({ A: '甲機關', B: '乙機關' });
    const { office } = network.node('B');
    const large: SendFile = {
      name: 'large.bin',
      role: 'other',
      content: bytesSource(new Uint8Array(400_000)),
    };
    await network.node('A').engine.send(letterTo('large', ['B'], { files: [large] }));
    await network.node('A').engine.runOnce();
    const loopback = createLoopback({ service: network.centre, office: 'B' });
    const asked: number[] = [];
    /** A new process over the same folder; its line breaks after some bytes. */
    const turn = async (bytes: number) => {
      const store = await openSqliteStore({ folder: join(network.folder, 'again') });
      const transport: Transport = {
        ...loopback,
        open: (item) => ({
          size: item.size,
          async *open(from = 0) {
            asked.push(from);
            let left = bytes;
            for await (const chunk of loopback.open(item).open(from)) {
              yield chunk.subarray(0, left);
              left -= chunk.length;
              if (left <= 0) throw broken();
            }
          },
        }),
      };
      const { directory } = network.centre;
      const { signer, decrypter } = office;
      const clock = network.clock.now;
      const engine = createEngine({ office, store, transport, directory, signer, decrypter, clock });
      const report = await engine.runOnce();
      await store.close();
      return report;
    };
    expect(await turn(150_000)).toMatchObject({
      registered: 0,
      problems: [{ code: 'TRANSPORT_INDETERMINATE' }],
    });
    expect(await turn(1_000_000)).toMatchObject({ registered: 1, duplicates: 0, problems: [] });
    expect(asked).toEqual([0, 150_000]);
    await network.close();
  });
});
