import { CHAIN_START, hashEvent } from '../../evidence/event-hash.ts';
import type { EventRecord, NewEvent } from '../records.ts';
import { numberOf, type SqlConnection, type SqlRow, textOf, timeOf } from './database.ts';

/** Appends events to a stream's hash chain inside the transaction that makes them true. */
export async function appendEvents(
  connection: SqlConnection,
  stream: string,
  at: Date,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await lockChain(connection, stream);
  const [head] = await connection.all('SELECT count, hash FROM chain WHERE stream = ?', [stream]);
  if (head === undefined) throw new RangeError(`chain ${stream} is missing`);
  let n = numberOf(head, 'count');
  let previous = textOf(head, 'hash');
  for (const event of events) {
    n += 1;
    const body = JSON.stringify(event.body);
    const hash = hashEvent({ stream, n, at: at.toISOString(), type: event.type, body, previous });
    await connection.run(
      'INSERT INTO event (stream, n, at, type, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [stream, n, at.getTime(), event.type, body, previous, hash],
    );
    previous = hash;
  }
  await connection.run('UPDATE chain SET count = ?, hash = ? WHERE stream = ?', [n, previous, stream]);
}

/** Holds a stream's chain until the transaction ends; on PostgreSQL a second holder waits. */
export async function lockChain(connection: SqlConnection, stream: string): Promise<void> {
  await connection.run(
    `INSERT INTO chain (stream, count, hash, sealed_count) VALUES (?, 0, ?, 0)
     ON CONFLICT (stream) DO UPDATE SET count = chain.count`,
    [stream, CHAIN_START],
  );
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
