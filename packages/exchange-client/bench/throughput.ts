import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeOffice } from '../test/fixture/identity.ts';
import { storeOffice } from '../test/fixture/stored-office.ts';
import { bundleChild } from '../test/kill/run-child.ts';
import { writeLargeFile } from './figures.ts';

/** What one run gave. */
export interface ThroughputResult {
  readonly count: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Confirmations in each tenth of the run: no fall-off. */
  readonly tenths: readonly number[];
  /** Highest resident memory in MB. */
  readonly rss: { readonly sender: number; readonly centre: number; readonly receiver: number };
}

/** Three processes on loopback: sender, centre, receiver; 2048-bit keys; every step durable. */
export async function measureThroughput(
  count: number,
  bytes: number,
  concurrency = 32,
): Promise<ThroughputResult> {
  const folder = mkdtempSync(join(tmpdir(), 'kcc-bench-'));
  const child = await bundleChild(new URL('./office-process.ts', import.meta.url));
  const children: ChildProcess[] = [];
  const start = (role: string, url: string) => {
    const process = child.start({ role, folder, url, count, bytes, concurrency });
    children.push(process);
    process.stderr?.pipe(globalThis.process.stderr);
    return {
      process,
      lines: createInterface({ input: process.stdout ?? globalThis.process.stdin })[Symbol.asyncIterator](),
    };
  };
  const next = async (lines: AsyncIterator<string>) => JSON.parse((await lines.next()).value ?? '{}');
  try {
    for (const [code, name] of [
      ['A', '甲機關'],
      ['B', '乙機關'],
    ] as const) {
      storeOffice(folder, makeOffice(code, name, { bits: 2048 }));
    }
    await writeLargeFile(join(folder, 'payload'), bytes);
    const centre = start('centre', '');
    const { url } = await next(centre.lines);
    const receiver = start('receiver', url);
    await next(receiver.lines);
    const sender = start('sender', url);
    await next(sender.lines);
    sender.process.stdin?.write('go\n');
    const result = await next(sender.lines);
    receiver.process.kill('SIGTERM');
    const received = await next(receiver.lines);
    centre.process.kill('SIGTERM');
    const served = await next(centre.lines);
    const seconds = result.ms / 1000;
    const mb = (kb: number) => Math.round(kb / 1024);
    return {
      count,
      bytes,
      seconds,
      perSecond: count / seconds,
      tenths: result.marks,
      rss: { sender: mb(result.rss), centre: mb(served.rss), receiver: mb(received.rss) },
    };
  } finally {
    for (const process of children) process.kill('SIGKILL');
    child.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
