import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAddressBook, writeAddressBook } from '../src/address-book/address-book.ts';
import { readAddressBook } from '../src/address-book/read-address-book.ts';
import { seededRandom } from '../src/centre/faults/seeded-random.ts';
import { openSqliteDatabase } from '../src/store/sqlite/database.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Time on the clock and time of the processor; the second does not depend on what else the machine does. */
interface Taken {
  readonly wallMs: number;
  readonly cpuMs: number;
}

function stopwatch(): () => Taken {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  return () => {
    const wallMs = performance.now() - begin;
    const { user, system } = process.cpuUsage(cpu);
    return { wallMs, cpuMs: (user + system) / 1000 };
  };
}

const p95 = (samples: readonly Taken[]): Taken => ({
  wallMs: percentile(
    samples.map(({ wallMs }) => wallMs),
    0.95,
  ),
  cpuMs: percentile(
    samples.map(({ cpuMs }) => cpuMs),
    0.95,
  ),
});

/** Import of 40,093 made-up rows, and searches over them, in milliseconds. */
export function measureAddressBook() {
  const random = seededRandom(3);
  const parts = [
    '臺北',
    '嘉禾',
    '東禾',
    '市政府',
    '區公所',
    '國民小學',
    '農會',
    '醫院',
    '工程處',
    '分局',
    '協會',
    '大學',
  ];
  const word = () => parts[Math.floor(random() * parts.length)] ?? '';
  const bytes = writeAddressBook(
    Array.from({ length: 40_093 }, (_, index) => ({
      code: `Z${String(index).padStart(9, '0')}`,
      name: word() + word() + word() + word(),
      status: 'T',
      updated: '2026-10-01',
    })),
  );
  const importing = stopwatch();
  const book = createAddressBook(readAddressBook(bytes).entries);
  const imported = importing();
  const samples = Array.from({ length: 500 }, () => {
    const searching = stopwatch();
    book.search(`${word()} ${word()}`, { limit: 20 });
    return searching();
  });
  return { rows: book.size, import: imported, searchP95: p95(samples) };
}

/** The next-day list over a million deliveries, and a restart with 100,000 jobs waiting, in milliseconds. */
export async function measureLists(rows: number, pending: number) {
  const folder = mkdtempSync(join(tmpdir(), 'kcc-figures-'));
  try {
    await (await openSqliteStore({ folder })).close();
    await fill(join(folder, 'exchange.db'), rows, pending);
    const restarting = stopwatch();
    const store = await openSqliteStore({ folder });
    const now = new Date(2_000_000_000_000);
    const jobs = await store.claimJobs({
      kind: 'dispatch',
      owner: 'b',
      now,
      leaseMs: 1000,
      limit: 100,
      perDestination: 100,
    });
    const restart = restarting();
    const samples: Taken[] = [];
    for (let index = 0; index < 50; index += 1) {
      const listing = stopwatch();
      await store.unconfirmed({ dueBy: new Date(1_000_000 + index * 1000), limit: 1000 });
      samples.push(listing());
    }
    await store.close();
    return { rows, pending, claimed: jobs.length, restart, unconfirmedP95: p95(samples) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One delivery in a hundred still needs a person. */
async function fill(path: string, rows: number, pending: number): Promise<void> {
  const database = await openSqliteDatabase({ path });
  const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)';
  await database.write(async (connection) => {
    await connection.run("INSERT INTO blob (sha256, size, data) VALUES ('x', 0, NULL)");
    await connection.run(
      `INSERT INTO dispatch ${numbers} SELECT 'd' || i, 'f', 's', 'x', 0, i, 9000000000000 FROM n`,
      [rows],
    );
    await connection.run(
      `INSERT INTO delivery ${numbers} SELECT 'd' || i, 'B', 0, 'B', '', '乙機關', 'centre',
       CASE WHEN i % 100 = 0 THEN 'DELIVERED' ELSE 'CONFIRMED' END, NULL, i, i, 9000000000000, NULL FROM n`,
      [rows],
    );
    await connection.run(
      `INSERT INTO job (kind, subject, destination, attempts, next_at, fence) ${numbers}
       SELECT 'dispatch', 'd' || i, 'centre', 0, i, 0 FROM n`,
      [pending],
    );
  });
  await database.close();
}

/** A file of random bytes, written piece by piece. */
export async function writeLargeFile(path: string, bytes: number): Promise<void> {
  const stream = createWriteStream(path);
  const piece = randomBytes(1024 * 1024);
  for (let left = bytes; left > 0; left -= piece.length) {
    if (!stream.write(piece.subarray(0, Math.min(left, piece.length)))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}
