import { CHAIN_START, hashEvent } from '../../evidence/event-hash.ts';
import type { EventRecord, NewEvent } from '../records.ts';
import { numberOf, type SqlConnection, type SqlRow, type SqlValue, textOf, timeOf } from './database.ts';

/** Where a chain ends, as long as it is held. */
export interface ChainEnd {
  readonly n: number;
  readonly hash: string;
}

/**
 * Appends events to a stream's hash chain inside the transaction that makes them true.
 *
 * @param held - what {@link lockChain} gave in this transaction, where it was asked already
 */
export async function appendEvents(
  connection: SqlConnection,
  stream: string,
  at: Date,
  events: readonly NewEvent[],
  held?: ChainEnd,
): Promise<void> {
  if (events.length === 0) return;
  const head = held ?? (await lockChain(connection, stream));
  const params: SqlValue[] = [];
  let { n, hash: previous } = head;
  for (const event of events) {
    n += 1;
    const body = JSON.stringify(event.body);
    const hash = hashEvent({ stream, n, at: at.toISOString(), type: event.type, body, previous });
    params.push(stream, n, at.getTime(), event.type, body, previous, hash);
    previous = hash;
  }
  const places = events.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ');
  await connection.run(
    `INSERT INTO event (stream, n, at, type, body, previous, hash) VALUES ${places}`,
    params,
  );
  await connection.run('UPDATE chain SET count = ?, hash = ? WHERE stream = ?', [n, previous, stream]);
}

/** Holds a stream's chain until the transaction ends and gives its end; on PostgreSQL a second holder waits. */
export async function lockChain(connection: SqlConnection, stream: string): Promise<ChainEnd> {
  const head = await connection.one(
    `INSERT INTO chain (stream, count, hash, sealed_count) VALUES (?, 0, ?, 0)
     ON CONFLICT (stream) DO UPDATE SET count = chain.count RETURNING count, hash`,
    [stream, CHAIN_START],
  );
  if (head === undefined) throw new RangeError(`chain ${stream} is missing`);
  return { n: numberOf(head, 'count'), hash: textOf(head, 'hash') };
}

export async function listEvents(connection: SqlConnection, stream: string): Promise<readonly EventRecord[]> {
  const rows = await connection.all(
    'SELECT stream, n, at, type, body, previous, hash FROM event WHERE stream = ? ORDER BY n',
    [stream],
  );
  return rows.map(readEvent);
}

function readEvent(row: SqlRow): EventRecord {
  return {
    stream: textOf(row, 'stream'),
    n: numberOf(row, 'n'),
    at: timeOf(row, 'at'),
    type: textOf(row, 'type'),
    body: textOf(row, 'body'),
    previous: textOf(row, 'previous'),
    hash: textOf(row, 'hash'),
  };
}
