import type { ClaimedJob, JobKind } from '../records.ts';
import type { ClaimOptions } from '../store.ts';
import {
  numberOf,
  type SqlConnection,
  type SqlDatabase,
  type SqlRow,
  type SqlValue,
  textOf,
} from './database.ts';
import { placesOf } from './places.ts';

/** Queues a job; one that is there already falls due at once. */
export async function addJob(
  connection: SqlConnection,
  kind: JobKind,
  subject: string,
  destination: string,
  now: Date,
): Promise<void> {
  await connection.run(
    `INSERT INTO job (kind, subject, destination, attempts, next_at, fence) VALUES (?, ?, ?, 0, ?, 0)
     ON CONFLICT (kind, subject, destination) DO UPDATE SET next_at = excluded.next_at WHERE job.owner IS NULL`,
    [kind, subject, destination, now.getTime()],
  );
}

/** Whether a claim would find anything; a read costs no fsync, and most looks find nothing. */
export async function hasDueJobs(connection: SqlConnection, kind: JobKind, now: Date): Promise<boolean> {
  const rows = await connection.all('SELECT id FROM job WHERE kind = ? AND next_at <= ? LIMIT 1', [
    kind,
    now.getTime(),
  ]);
  return rows.length > 0;
}

/** Takes due jobs: an equal share of every destination first, then whatever room is left. */
export async function claimJobs(
  connection: SqlConnection,
  dialect: SqlDatabase['dialect'],
  options: ClaimOptions,
): Promise<readonly ClaimedJob[]> {
  const claimed: ClaimedJob[] = [];
  const taken = new Map<string, number>();
  const destinations = await dueDestinations(connection, options);
  const share = Math.max(1, Math.floor(options.limit / Math.max(1, destinations.length)));
  for (const most of [Math.min(share, options.perDestination), options.perDestination]) {
    for (const destination of destinations) {
      const had = taken.get(destination) ?? 0;
      const ceiling = options.single?.includes(destination) === true ? 1 : most;
      const limit = Math.min(options.limit - claimed.length, ceiling - had);
      if (limit <= 0) continue;
      const rows = await dueJobs(connection, dialect, options, destination, limit);
      claimed.push(...(await claim(connection, rows, options)));
      taken.set(destination, had + rows.length);
    }
  }
  return claimed;
}

/** Walks the index from destination to destination instead of reading every row. */
async function dueDestinations(connection: SqlConnection, options: ClaimOptions): Promise<readonly string[]> {
  const excluded = new Set(options.exclude ?? []);
  const found: string[] = [];
  const start = options.after ?? '';
  let wrapped = start === '';
  let last = start;
  while (found.length < options.limit) {
    const params: SqlValue[] = [options.kind, last];
    const row = await connection.one(
      'SELECT destination FROM job WHERE kind = ? AND destination > ? ORDER BY destination LIMIT 1',
      params,
    );
    const passed = row === undefined || (wrapped && start !== '' && textOf(row, 'destination') > start);
    if (passed) {
      if (wrapped) break;
      wrapped = true;
      last = '';
      continue;
    }
    last = textOf(row, 'destination');
    if (!excluded.has(last)) found.push(last);
  }
  return found;
}

async function dueJobs(
  connection: SqlConnection,
  dialect: SqlDatabase['dialect'],
  { kind, now }: ClaimOptions,
  destination: string,
  limit: number,
): Promise<readonly SqlRow[]> {
  const lock = dialect === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : '';
  return connection.all(
    `SELECT id, kind, subject, destination, attempts, owner, fence FROM job
     WHERE kind = ? AND destination = ? AND next_at <= ? ORDER BY next_at, id LIMIT ?${lock}`,
    [kind, destination, now.getTime(), limit],
  );
}

async function claim(
  connection: SqlConnection,
  rows: readonly SqlRow[],
  { owner, now, leaseMs }: ClaimOptions,
): Promise<readonly ClaimedJob[]> {
  const jobs = rows.map(
    (row): ClaimedJob => ({
      id: numberOf(row, 'id'),
      kind: textOf(row, 'kind') === 'notice' ? 'notice' : 'dispatch',
      subject: textOf(row, 'subject'),
      destination: textOf(row, 'destination'),
      attempts: numberOf(row, 'attempts'),
      fence: numberOf(row, 'fence') + 1,
      resumed: row.owner !== null,
    }),
  );
  if (jobs.length === 0) return jobs;
  await connection.run(
    `UPDATE job SET owner = ?, fence = fence + 1, next_at = ? WHERE id IN (${placesOf(jobs)})`,
    [owner, now.getTime() + leaseMs, ...jobs.map(({ id }) => id)],
  );
  return jobs;
}

export async function extendLeases(
  connection: SqlConnection,
  jobs: readonly ClaimedJob[],
  until: Date,
): Promise<readonly number[]> {
  const held: number[] = [];
  for (const job of jobs) {
    const changed = await connection.run(
      'UPDATE job SET next_at = ? WHERE id = ? AND fence = ? AND owner IS NOT NULL',
      [until.getTime(), job.id, job.fence],
    );
    if (changed > 0) held.push(job.id);
  }
  return held;
}

/** Ends or reschedules a job; false when its fence is no longer the one of the claim. */
export async function finishJob(
  connection: SqlConnection,
  job: ClaimedJob,
  now: Date,
  retryAt: Date | undefined,
  outcome: string,
): Promise<boolean> {
  const changed =
    retryAt === undefined
      ? await connection.run('DELETE FROM job WHERE id = ? AND fence = ?', [job.id, job.fence])
      : await connection.run(
          'UPDATE job SET owner = NULL, attempts = attempts + 1, next_at = ? WHERE id = ? AND fence = ?',
          [retryAt.getTime(), job.id, job.fence],
        );
  if (changed === 0) return false;
  await connection.run(
    'INSERT INTO attempt (kind, subject, destination, number, at, outcome) VALUES (?, ?, ?, ?, ?, ?)',
    [job.kind, job.subject, job.destination, job.attempts + 1, now.getTime(), outcome],
  );
  return true;
}
