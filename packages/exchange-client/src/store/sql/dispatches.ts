import { parseDeliveryState } from '../../engine/delivery-state.ts';
import type { DeliveryRecord, DispatchDetail, DispatchRecord, FileRecord, NewDispatch } from '../records.ts';
import { sentStream } from '../store.ts';
import { keepBlobs } from './blobs.ts';
import {
  numberOf,
  optionalTextOf,
  type SqlConnection,
  type SqlRow,
  type SqlValue,
  textOf,
  timeOf,
} from './database.ts';
import { beginStream } from './event-log.ts';
import { addJob } from './jobs.ts';
import type { Recent } from './recent.ts';

/** Inserts a dispatch with its files, deliveries, jobs and events, unless its id is taken. */
export async function createDispatch(
  connection: SqlConnection,
  dispatch: NewDispatch,
): Promise<{ readonly created: boolean; readonly dispatch: DispatchDetail }> {
  const { record } = dispatch;
  await keepBlobs(connection, dispatch.package, ...dispatch.files.map(({ blob }) => blob));
  const inserted = await connection.run(
    `INSERT INTO dispatch (id, fingerprint, subject, package_sha256, package_size, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    [
      record.id,
      record.fingerprint,
      record.subject,
      record.packageSha256,
      record.packageSize,
      record.createdAt.getTime(),
      record.expiresAt.getTime(),
    ],
  );
  if (inserted > 0) {
    await insertParts(connection, dispatch);
    return { created: true, dispatch: detailOf(dispatch) };
  }
  const detail = await findDispatch(connection, record.id);
  if (detail === undefined) throw new RangeError(`dispatch ${record.id} is missing`);
  return { created: false, dispatch: detail };
}

/** What reading a dispatch gives just after it was inserted. */
function detailOf({ record, files, deliveries }: NewDispatch): DispatchDetail {
  const { id, createdAt, expiresAt } = record;
  return {
    ...record,
    files: files.map(({ role, name, sha256, size }) => ({ role, name, sha256, size })),
    deliveries: deliveries.map((delivery) => ({
      dispatchId: id,
      ...delivery,
      state: 'QUEUED',
      changedAt: createdAt,
      expiresAt,
    })),
  };
}

async function insertParts(connection: SqlConnection, { record, files, deliveries, events }: NewDispatch) {
  const now = record.createdAt.getTime();
  for (const [place, file] of files.entries()) {
    await connection.run(
      'INSERT INTO dispatch_file (dispatch_id, place, role, name, sha256, size) VALUES (?, ?, ?, ?, ?, ?)',
      [record.id, place, file.role, file.name, file.sha256, file.size],
    );
  }
  for (const [place, delivery] of deliveries.entries()) {
    await connection.run(
      `INSERT INTO delivery (dispatch_id, recipient, place, code, unit, name, destination, state, changed_at, due_at,
       expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, ?, ?)`,
      [
        record.id,
        delivery.recipient,
        place,
        delivery.code,
        delivery.unit,
        delivery.name,
        delivery.destination,
        now,
        delivery.dueAt.getTime(),
        record.expiresAt.getTime(),
      ],
    );
  }
  for (const destination of new Set(deliveries.map((delivery) => delivery.destination))) {
    await addJob(connection, 'dispatch', record.id, destination, record.createdAt);
  }
  await beginStream(connection, sentStream(record.id), record.createdAt, events);
}

/** Reads a dispatch whose unchanging part may be remembered. */
export async function findRemembered(
  connection: SqlConnection,
  memory: DispatchMemory,
  id: string,
): Promise<DispatchDetail | undefined> {
  const kept = memory.find(id);
  if (kept !== undefined) return { ...kept, deliveries: await deliveriesOf(connection, id) };
  const found = await findDispatch(connection, id);
  if (found !== undefined) remember(memory, found);
  return found;
}

export async function findDispatch(
  connection: SqlConnection,
  id: string,
): Promise<DispatchDetail | undefined> {
  const row = await connection.one('SELECT * FROM dispatch WHERE id = ?', [id]);
  return row === undefined ? undefined : detail(connection, readDispatch(row));
}

export async function listDispatches(
  connection: SqlConnection,
  limit: number,
  before: Date | undefined,
): Promise<readonly DispatchDetail[]> {
  const rows = await connection.all(
    'SELECT * FROM dispatch WHERE created_at < ? ORDER BY created_at DESC, id DESC LIMIT ?',
    [before?.getTime() ?? Number.MAX_SAFE_INTEGER, limit],
  );
  const details: DispatchDetail[] = [];
  for (const row of rows) details.push(await detail(connection, readDispatch(row)));
  return details;
}

/** What never changes about the dispatches that are being worked on, so that a look reads their deliveries only. */
export type DispatchMemory = Recent<Omit<DispatchDetail, 'deliveries'>>;

/** Only of a dispatch that is committed. */
export function remember(memory: DispatchMemory, { deliveries, ...rest }: DispatchDetail): void {
  memory.add(rest.id, rest);
}

async function deliveriesOf(connection: SqlConnection, id: string): Promise<readonly DeliveryRecord[]> {
  const rows = await connection.all('SELECT * FROM delivery WHERE dispatch_id = ? ORDER BY place', [id]);
  return rows.map(readDelivery);
}

async function detail(connection: SqlConnection, record: DispatchRecord): Promise<DispatchDetail> {
  const files = await connection.all(
    'SELECT role, name, sha256, size FROM dispatch_file WHERE dispatch_id = ? ORDER BY place',
    [record.id],
  );
  return { ...record, files: files.map(readFile), deliveries: await deliveriesOf(connection, record.id) };
}

function readDispatch(row: SqlRow): DispatchRecord {
  return {
    id: textOf(row, 'id'),
    fingerprint: textOf(row, 'fingerprint'),
    subject: textOf(row, 'subject'),
    packageSha256: textOf(row, 'package_sha256'),
    packageSize: numberOf(row, 'package_size'),
    createdAt: timeOf(row, 'created_at'),
    expiresAt: timeOf(row, 'expires_at'),
  };
}

export function readFile(row: SqlRow): FileRecord {
  const role = textOf(row, 'role');
  return {
    role: role === 'print' || role === 'description' ? role : 'other',
    name: textOf(row, 'name'),
    sha256: textOf(row, 'sha256'),
    size: numberOf(row, 'size'),
  };
}

export function readDelivery(row: SqlRow): DeliveryRecord {
  const reason = optionalTextOf(row, 'reason');
  const receiptSha256 = optionalTextOf(row, 'receipt_sha256');
  return {
    dispatchId: textOf(row, 'dispatch_id'),
    recipient: textOf(row, 'recipient'),
    code: textOf(row, 'code'),
    unit: textOf(row, 'unit'),
    name: textOf(row, 'name'),
    destination: textOf(row, 'destination'),
    state: parseDeliveryState(textOf(row, 'state')),
    ...(reason === undefined ? {} : { reason }),
    changedAt: timeOf(row, 'changed_at'),
    dueAt: timeOf(row, 'due_at'),
    expiresAt: timeOf(row, 'expires_at'),
    ...(receiptSha256 === undefined ? {} : { receiptSha256 }),
  };
}

/** Deliveries a person must look at, the earliest due first. */
export async function listUnconfirmed(
  connection: SqlConnection,
  dueBy: Date | undefined,
  limit: number,
): Promise<readonly DeliveryRecord[]> {
  const params: SqlValue[] = [dueBy?.getTime() ?? Number.MAX_SAFE_INTEGER, limit];
  const rows = await connection.all(
    `SELECT * FROM delivery WHERE state NOT IN ('CONFIRMED', 'PAPER') AND due_at <= ?
     ORDER BY due_at, dispatch_id, place LIMIT ?`,
    params,
  );
  return rows.map(readDelivery);
}
