import { parseNoticeKind } from '../../notice/notice.ts';
import type { ArrivalRecord, NewEvent, NoticeRecord, StagedBlob } from '../records.ts';
import { type Parking, type Registration, receivedStream } from '../store.ts';
import { findRegistered } from './arrivals.ts';
import { keepBlobs } from './blobs.ts';
import { type SqlConnection, textOf } from './database.ts';
import { appendEvents, lockChain } from './event-log.ts';
import { addJob } from './jobs.ts';

type NewNotice = NoticeRecord & { readonly blob: StagedBlob; readonly destination: string };

/** Registers a letter with its receipt, unless its id is registered already or the lease was lost. */
export async function register(
  connection: SqlConnection,
  registration: Registration,
): Promise<{ readonly registered: boolean; readonly arrival: ArrivalRecord }> {
  const { arrival, now, subject, notice } = registration;
  const stream = receivedStream(arrival.sender, arrival.dispatchId);
  // Two nodes with two packages of one id come one after the other.
  const chain = await lockChain(connection, stream);
  const known = await findRegistered(connection, arrival.sender, arrival.dispatchId);
  if (known !== undefined) return { registered: false, arrival: known };
  await keepBlobs(
    connection,
    notice.blob,
    registration.package,
    ...registration.files.map(({ blob }) => blob),
  );
  await insertNotice(connection, notice, now);
  const changed = await connection.run(
    `UPDATE arrival SET state = 'REGISTERED', subject = ?, registered_at = ?, notice_sha256 = ?, owner = NULL
     WHERE id = ? AND fence = ?`,
    [subject, now.getTime(), notice.sha256, arrival.id, arrival.fence],
  );
  if (changed === 0) return { registered: false, arrival };
  for (const [place, file] of registration.files.entries()) {
    await connection.run(
      'INSERT INTO arrival_file (arrival_id, place, role, name, sha256, size) VALUES (?, ?, ?, ?, ?, ?)',
      [arrival.id, place, file.role, file.name, file.sha256, file.size],
    );
  }
  await appendEvents(connection, stream, now, registration.events, chain);
  await addJob(connection, 'notice', notice.sha256, notice.destination, now);
  return {
    registered: true,
    arrival: { ...arrival, state: 'REGISTERED', subject, registeredAt: now, noticeSha256: notice.sha256 },
  };
}

/** Puts a package aside with its reason; it stays for a person to look at. */
export async function park(connection: SqlConnection, parking: Parking): Promise<boolean> {
  const { arrival, now, reason, notice } = parking;
  if (parking.package !== undefined) await keepBlobs(connection, parking.package);
  if (notice !== undefined) await keepNotice(connection, notice, now);
  const changed = await connection.run(
    `UPDATE arrival SET state = 'PARKED', reason = ?, notice_sha256 = ?, owner = NULL
     WHERE id = ? AND fence = ? AND registered_at IS NULL`,
    [reason, notice?.sha256 ?? null, arrival.id, arrival.fence],
  );
  if (changed === 0) return false;
  await appendEvents(connection, receivedStream(arrival.sender, arrival.dispatchId), now, parking.events);
  if (notice !== undefined) await addJob(connection, 'notice', notice.sha256, notice.destination, now);
  return true;
}

export async function handOver(
  connection: SqlConnection,
  arrival: ArrivalRecord,
  now: Date,
  events: readonly NewEvent[],
): Promise<boolean> {
  const changed = await connection.run(
    `UPDATE arrival SET state = 'HANDED_OVER' WHERE id = ? AND state = 'REGISTERED'`,
    [arrival.id],
  );
  if (changed === 0) return false;
  await appendEvents(connection, receivedStream(arrival.sender, arrival.dispatchId), now, events);
  return true;
}

export async function requestReturn(
  connection: SqlConnection,
  arrival: ArrivalRecord,
  now: Date,
  notice: NewNotice,
  events: readonly NewEvent[],
): Promise<boolean> {
  const changed = await connection.run(
    `UPDATE arrival SET state = 'RETURN_REQUESTED' WHERE id = ? AND state IN ('REGISTERED', 'HANDED_OVER')`,
    [arrival.id],
  );
  if (changed === 0) return false;
  await keepNotice(connection, notice, now);
  await appendEvents(connection, receivedStream(arrival.sender, arrival.dispatchId), now, events);
  await addJob(connection, 'notice', notice.sha256, notice.destination, now);
  return true;
}

async function keepNotice(connection: SqlConnection, notice: NewNotice, now: Date): Promise<void> {
  await keepBlobs(connection, notice.blob);
  await insertNotice(connection, notice, now);
}

async function insertNotice(connection: SqlConnection, notice: NewNotice, now: Date): Promise<void> {
  await connection.run(
    `INSERT INTO notice (sha256, kind, dispatch_id, recipient, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
    [notice.sha256, notice.kind, notice.dispatchId, notice.to, now.getTime()],
  );
}

export async function findNotice(
  connection: SqlConnection,
  sha256: string,
): Promise<NoticeRecord | undefined> {
  const row = await connection.one(
    'SELECT sha256, kind, dispatch_id, recipient FROM notice WHERE sha256 = ?',
    [sha256],
  );
  if (row === undefined) return undefined;
  return {
    sha256,
    kind: parseNoticeKind(textOf(row, 'kind')),
    dispatchId: textOf(row, 'dispatch_id'),
    to: textOf(row, 'recipient'),
  };
}
