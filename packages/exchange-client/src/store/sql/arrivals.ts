import { type ArrivalState, isRegistered, parseArrivalState } from '../../engine/arrival-state.ts';
import type { ArrivalRecord, FileRecord } from '../records.ts';
import type { ArrivalKey, ArrivalVerdict } from '../store.ts';
import { receivedStream } from '../store.ts';
import {
  numberOf,
  optionalTextOf,
  optionalTimeOf,
  type SqlConnection,
  type SqlRow,
  type SqlValue,
  textOf,
  timeOf,
} from './database.ts';
import { readFile } from './dispatches.ts';
import { appendEvents, beginStream } from './event-log.ts';

/** Takes hold of a package that is seen for the first time, or again. */
export async function beginArrival(
  connection: SqlConnection,
  key: ArrivalKey,
  owner: string,
  now: Date,
  leaseMs: number,
): Promise<ArrivalVerdict> {
  const lease = now.getTime() + leaseMs;
  const id = await connection.add(
    `INSERT INTO arrival (sender, sender_name, dispatch_id, package_sha256, package_size, state, arrived_at, owner,
     lease_until, fence) VALUES (?, ?, ?, ?, ?, 'ARRIVING', ?, ?, ?, 1)
     ON CONFLICT (sender, dispatch_id, package_sha256) DO NOTHING`,
    [
      key.sender,
      key.senderName,
      key.dispatchId,
      key.packageSha256,
      key.packageSize,
      now.getTime(),
      owner,
      lease,
    ],
  );
  if (id !== undefined) {
    const body = { packageSha256: key.packageSha256, size: key.packageSize };
    await beginStream(connection, receivedStream(key.sender, key.dispatchId), now, [
      { type: 'arriving', body },
    ]);
    return { verdict: 'work', arrival: newArrival(id, key, now), resumed: false };
  }
  const arrival = await findArrival(connection, key);
  if (isRegistered(arrival.state) || arrival.state === 'PARKED') return { verdict: 'answered', arrival };
  return resumeArrival(connection, arrival, owner, now, lease);
}

/** What reading an arrival gives just after it was inserted. */
function newArrival(id: number, key: ArrivalKey, now: Date): ArrivalRecord {
  const { sender, senderName, dispatchId, packageSha256, packageSize } = key;
  return {
    id,
    sender,
    senderName,
    dispatchId,
    packageSha256,
    packageSize,
    state: 'ARRIVING',
    arrivedAt: now,
    fence: 1,
  };
}

async function resumeArrival(
  connection: SqlConnection,
  arrival: ArrivalRecord,
  owner: string,
  now: Date,
  lease: number,
): Promise<ArrivalVerdict> {
  const taken = await connection.run(
    `UPDATE arrival SET state = 'INTERRUPTED', owner = ?, lease_until = ?, fence = fence + 1
     WHERE id = ? AND fence = ? AND lease_until <= ?`,
    [owner, lease, arrival.id, arrival.fence, now.getTime()],
  );
  if (taken === 0) return { verdict: 'busy' };
  const stream = receivedStream(arrival.sender, arrival.dispatchId);
  await appendEvents(connection, stream, now, [{ type: 'interrupted', body: { from: arrival.state } }]);
  const resumed: ArrivalRecord = { ...arrival, state: 'INTERRUPTED', fence: arrival.fence + 1 };
  return { verdict: 'work', arrival: resumed, resumed: true };
}

export async function touchArrival(
  connection: SqlConnection,
  arrival: ArrivalRecord,
  state: ArrivalState,
  until: Date,
): Promise<boolean> {
  const changed = await connection.run(
    `UPDATE arrival SET state = ?, lease_until = ? WHERE id = ? AND fence = ? AND registered_at IS NULL
     AND state <> 'PARKED'`,
    [state, until.getTime(), arrival.id, arrival.fence],
  );
  return changed > 0;
}

async function findArrival(connection: SqlConnection, key: ArrivalKey): Promise<ArrivalRecord> {
  const row = await connection.one(
    'SELECT * FROM arrival WHERE sender = ? AND dispatch_id = ? AND package_sha256 = ?',
    [key.sender, key.dispatchId, key.packageSha256],
  );
  if (row === undefined) throw new RangeError('the arrival is missing');
  return readArrival(row);
}

/** The registered arrival of a sender's id, whatever its bytes. */
export async function findRegistered(
  connection: SqlConnection,
  sender: string,
  dispatchId: string,
): Promise<ArrivalRecord | undefined> {
  const row = await connection.one(
    'SELECT * FROM arrival WHERE sender = ? AND dispatch_id = ? AND registered_at IS NOT NULL',
    [sender, dispatchId],
  );
  return row === undefined ? undefined : readArrival(row);
}

export async function findArrivals(
  connection: SqlConnection,
  dispatchId: string,
): Promise<readonly ArrivalRecord[]> {
  const rows = await connection.all('SELECT * FROM arrival WHERE dispatch_id = ? ORDER BY id', [dispatchId]);
  return rows.map(readArrival);
}

export async function listArrivals(
  connection: SqlConnection,
  limit: number,
  state: ArrivalState | undefined,
): Promise<readonly ArrivalRecord[]> {
  const params: SqlValue[] = state === undefined ? [limit] : [state, limit];
  const where = state === undefined ? '' : 'WHERE state = ?';
  const rows = await connection.all(
    `SELECT * FROM arrival ${where} ORDER BY arrived_at DESC, id DESC LIMIT ?`,
    params,
  );
  return rows.map(readArrival);
}

export async function arrivalFiles(
  connection: SqlConnection,
  arrivalId: number,
): Promise<readonly FileRecord[]> {
  const rows = await connection.all(
    'SELECT role, name, sha256, size FROM arrival_file WHERE arrival_id = ? ORDER BY place',
    [arrivalId],
  );
  return rows.map(readFile);
}

export function readArrival(row: SqlRow): ArrivalRecord {
  const reason = optionalTextOf(row, 'reason');
  const subject = optionalTextOf(row, 'subject');
  const registeredAt = optionalTimeOf(row, 'registered_at');
  const noticeSha256 = optionalTextOf(row, 'notice_sha256');
  return {
    id: numberOf(row, 'id'),
    sender: textOf(row, 'sender'),
    senderName: textOf(row, 'sender_name'),
    dispatchId: textOf(row, 'dispatch_id'),
    packageSha256: textOf(row, 'package_sha256'),
    packageSize: numberOf(row, 'package_size'),
    state: parseArrivalState(textOf(row, 'state')),
    ...(reason === undefined ? {} : { reason }),
    ...(subject === undefined ? {} : { subject }),
    arrivedAt: timeOf(row, 'arrived_at'),
    ...(registeredAt === undefined ? {} : { registeredAt }),
    ...(noticeSha256 === undefined ? {} : { noticeSha256 }),
    fence: numberOf(row, 'fence'),
  };
}
