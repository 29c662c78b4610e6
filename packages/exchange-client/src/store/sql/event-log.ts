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
  const { end, params } = linkEvents(stream, at, events, held ?? (await lockChain(connection, stream)));
  await insertEvents(connection, events.length, params);
  await connection.run('UPDATE chain SET count = ?, hash = ? WHERE stream = ?', [end.n, end.hash, stream]);
}

/** Appends events to a stream that is most likely new: one statement less for each letter. */
export async function beginStream(
  connection: SqlConnection,
  stream: string,
  at: Date,
  events: readonly NewEvent[],
): Promise<void> {
  const { end, params } = linkEvents(stream, at, events, { n: 0, hash: CHAIN_START });
  if (await insertChain(connection, stream, end)) await insertEvents(connection, events.length, params);
  else await appendEvents(connection, stream, at, events);
}

/** Chains events behind an end; gives the new end and a row of values for each event. */
function linkEvents(stream: string, at: Date, events: readonly NewEvent[], { n, hash }: ChainEnd) {
  const params: SqlValue[] = [];
  const time = at.toISOString();
  let end: ChainEnd = { n, hash };
  for (const { type, body: value } of events) {
    const [next, previous, body] = [end.n + 1, end.hash, JSON.stringify(value)];
    end = { n: next, hash: hashEvent({ stream, n: next, at: time, type, body, previous }) };
    params.push(stream, next, at.getTime(), type, body, previous, end.hash);
  }
  return { end, params };
}

async function insertEvents(connection: SqlConnection, count: number, params: readonly SqlValue[]) {
  const more = ', (?, ?, ?, ?, ?, ?, ?)'.repeat(count - 1);
  await connection.run(
    `INSERT INTO event (stream, n, at, type, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)${more}`,
    params,
  );
}

/** Holds a stream's chain until the transaction ends and gives its end. */
export async function lockChain(connection: SqlConnection, stream: string): Promise<ChainEnd> {
  const select = 'SELECT count, hash FROM chain WHERE stream = ?';
  let head = await connection.hold(select, [stream]);
  if (head === undefined) {
    await insertChain(connection, stream, { n: 0, hash: CHAIN_START });
    head = await connection.hold(select, [stream]);
  }
  if (head === undefined) throw new RangeError(`chain ${stream} is missing`);
  return { n: numberOf(head, 'count'), hash: textOf(head, 'hash') };
}

/** False when the stream is there already. */
async function insertChain(connection: SqlConnection, stream: string, end: ChainEnd): Promise<boolean> {
  const inserted = await connection.run(
    'INSERT INTO chain (stream, count, hash, sealed_count) VALUES (?, ?, ?, 0) ON CONFLICT (stream) DO NOTHING',
    [stream, end.n, end.hash],
  );
  return inserted > 0;
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
