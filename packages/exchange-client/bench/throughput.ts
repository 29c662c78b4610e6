import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeOffice } from '../test/fixture/identity.ts';
import { storeOffice } from '../test/fixture/stored-office.ts';
import { bundleChild } from '../test/kill/run-child.ts';
import { writeLargeFile } from './figures.ts';
import type { Usage } from './office-process.ts';

export interface ThroughputOptions {
  /** Most letters; default no limit. */
  readonly count?: number;
  /** Time after which no new letter is sent; default no limit. */
  readonly ms?: number;
  readonly bytes: number;
  /** Letters in work at once. Default 64. */
  readonly concurrency?: number;
  /** Sign what waits at the same time with one signature. Default true. */
  readonly together?: boolean;
  /** Folder for CPU profiles of the three processes. */
  readonly profile?: string;
}

const ROLES = ['sender', 'centre', 'receiver'] as const;
type Role = (typeof ROLES)[number];

/** What one run gave. */
export interface ThroughputResult {
  readonly count: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Confirmations in each tenth of the run: no fall-off. */
  readonly tenths: readonly number[];
  /** Confirmations in each minute. */
  readonly minutes: readonly number[];
  /** Processor time for one letter, milliseconds; does not depend on what else the machine does. */
  readonly cpuPerLetter: Readonly<Record<Role, number>>;
  /** Highest resident memory in MB. */
  readonly rss: Readonly<Record<Role, number>>;
  /** Bytes on the disk for one letter. */
  readonly diskPerLetter: Readonly<Record<Role, number>>;
}

/** Three processes on loopback: sender, centre, receiver; 2048-bit keys; every step durable. */
export async function measureThroughput(options: ThroughputOptions): Promise<ThroughputResult> {
  const { count = Number.MAX_SAFE_INTEGER, ms = 86_400_000, bytes, concurrency = 64, profile } = options;
  const { together = true } = options;
  const folder = mkdtempSync(join(tmpdir(), 'kcc-bench-'));
  const child = await bundleChild(new URL('./office-process.ts', import.meta.url));
  const children: ChildProcess[] = [];
  const start = (role: Role, url: string) => {
    const process = child.start({ role, folder, url, count, ms, bytes, concurrency, together, profile });
    children.push(process);
    process.stderr?.pipe(globalThis.process.stderr);
    const lines = createInterface({ input: process.stdout ?? globalThis.process.stdin })[
      Symbol.asyncIterator
    ]();
    return { process, next: async () => JSON.parse((await lines.next()).value ?? '{}') };
  };
  try {
    for (const [code, name] of [
      ['A', '甲機關'],
      ['B', '乙機關'],
    ] as const) {
      storeOffice(folder, makeOffice(code, name, { bits: 2048 }));
    }
    await writeLargeFile(join(folder, 'payload'), bytes);
    const centre = start('centre', '');
    const { url } = await centre.next();
    const receiver = start('receiver', url);
    await receiver.next();
    const sender = start('sender', url);
    await sender.next();
    sender.process.stdin?.write('go\n');
    const result = await sender.next();
    receiver.process.kill('SIGTERM');
    const received: Usage = await receiver.next();
    centre.process.kill('SIGTERM');
    const served: Usage = await centre.next();
    const seconds = result.ms / 1000;
    const each = (value: (usage: Usage) => number) => ({
      sender: value(result),
      centre: value(served),
      receiver: value(received),
    });
    return {
      count: result.confirmed,
      bytes,
      seconds,
      perSecond: result.confirmed / seconds,
      tenths: result.tenths,
      minutes: result.minutes,
      cpuPerLetter: each(({ cpuMs }) => cpuMs / result.confirmed),
      rss: each(({ rss }) => Math.round(rss / 1024)),
      diskPerLetter: {
        sender: bytesBelow(join(folder, 'A')) / result.confirmed,
        centre: bytesBelow(join(folder, 'centre')) / result.confirmed,
        receiver: bytesBelow(join(folder, 'B')) / result.confirmed,
      },
    };
  } finally {
    for (const process of children) process.kill('SIGKILL');
    child.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of all files below a folder. */
function bytesBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}
