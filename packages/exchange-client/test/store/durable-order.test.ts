import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleChild, type ChildProgram } from '../kill/run-child.ts';

const leftOut = (process.env.KCC_WITHOUT ?? '').split(',').includes('strace');
const tracing = leftOut ? undefined : spawnSync('strace', ['-o', '/dev/null', 'true']);
if (tracing?.error !== undefined)
  throw new Error('install the Debian package strace, or set KCC_WITHOUT=strace');
const reason = leftOut
  ? 'left out by KCC_WITHOUT'
  : tracing?.status !== 0 && 'this machine lets no process be traced';

let child: ChildProgram;
let folder: string;

beforeAll(async () => {
  child = await bundleChild(new URL('./durable-child.ts', import.meta.url));
  folder = mkdtempSync(join(tmpdir(), 'kcc-order-'));
});

afterAll(() => {
  child.dispose();
  rmSync(folder, { recursive: true });
});

/** One system call of the child: when it began and when it was over, as places in the trace. */
interface Call {
  readonly name: string;
  /** The file, and what was written where the trace shows it. */
  readonly text: string;
  readonly begun: number;
  readonly done: number;
}

/** The calls of all threads; one that was interrupted by another thread's is found again where it resumes. */
function callsOf(trace: string): readonly Call[] {
  const lines = trace.split('\n');
  return lines.flatMap((line, begun) => {
    const [, pid = '', name = '', text = ''] = /^(\d+)\s+(\w+)\((.*)$/.exec(line) ?? [];
    if (name === '') return [];
    if (!line.endsWith('<unfinished ...>')) return [{ name, text, begun, done: begun }];
    const resumed = new RegExp(`^${pid}\\s+<\\.\\.\\. ${name} resumed>`);
    const done = lines.findIndex((other, at) => at > begun && resumed.test(other));
    return [{ name, text, begun, done: done < 0 ? Number.POSITIVE_INFINITY : done }];
  });
}

describe('what a caller is told to be durable', () => {
  it.skipIf(reason)(
    `has reached the disk before: bytes, then the rows that speak of them${reason ? `: ${reason}` : ''}`,
    () => {
      const out = join(folder, 'trace');
      const options = JSON.stringify({ folder });
      const { stderr, status } = spawnSync(
        'strace',
        ['-f', '-y', '-s', '16', '-e', 'trace=write,writev,pwrite64,fsync,fdatasync', '-o', out].concat(
          process.execPath,
          ['--no-warnings', child.file, options],
        ),
        { encoding: 'utf8' },
      );
      expect([status, stderr]).toEqual([0, '']);
      const calls = callsOf(readFileSync(out, 'utf8'));
      const said = (word: string) => calls.find(({ name, text }) => name === 'write' && text.includes(word));
      const begin = said('begin')?.done ?? Number.NaN;
      const told = said('told')?.begun ?? Number.NaN;
      const between = calls.filter((call) => call.begun > begin && call.done < told);
      const on = (file: RegExp, ...names: readonly string[]) =>
        between.filter(({ name, text }) => names.includes(name) && file.test(text.split('>')[0] ?? ''));
      const log = /exchange\.db-log\/\d+\.log$/;
      const journal = /exchange\.db-wal$/;

      const bytes = on(log, 'write', 'writev', 'pwrite64');
      const bytesSafe = on(log, 'fdatasync', 'fsync');
      const rows = on(journal, 'pwrite64');
      const rowsSafe = on(journal, 'fdatasync', 'fsync');
      expect([bytes.length, bytesSafe.length, rowsSafe.length]).toEqual([1, 1, 1]);
      expect(bytes[0]?.done).toBeLessThan(bytesSafe[0]?.begun ?? 0);
      expect(rows.length).toBeGreaterThan(0);
      expect(bytesSafe[0]?.done).toBeLessThan(rows[0]?.begun ?? 0);
      expect(rows.at(-1)?.done).toBeLessThan(rowsSafe[0]?.begun ?? 0);
      // The folder of a new log file: without it a power cut may leave no file at all.
      const folders = between.filter(({ name, text }) => name === 'fsync' && /exchange\.db-log>/.test(text));
      expect(folders[0]?.done).toBeLessThan(rows[0]?.begun ?? 0);
    },
    60_000,
  );
});
