import type { BatchLeaf, ChainHead, EvidenceBatch, NewEvidenceBatch } from '../../evidence/batch.ts';
import { bytesOf, numberOf, type SqlConnection, type SqlRow, textOf } from './database.ts';

export async function unsealedHeads(connection: SqlConnection, limit: number): Promise<readonly ChainHead[]> {
  const rows = await connection.all(
    'SELECT stream, count, hash FROM chain WHERE sealed_count < count ORDER BY stream LIMIT ?',
    [limit],
  );
  return rows.map((row) => ({
    stream: textOf(row, 'stream'),
    count: numberOf(row, 'count'),
    hash: textOf(row, 'hash'),
  }));
}

/** Adds a batch; false when another worker used its number. */
export async function addBatch(connection: SqlConnection, batch: NewEvidenceBatch): Promise<boolean> {
  const added = await connection.run(
    `INSERT INTO evidence_batch (number, statement, signature, certificate, token) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (number) DO NOTHING`,
    [batch.number, batch.statement, batch.signature, batch.certificate, batch.timestamp ?? null],
  );
  if (added === 0) return false;
  for (const leaf of batch.leaves) {
    await connection.run(
      'INSERT INTO evidence_leaf (stream, batch, position, count, hash, path) VALUES (?, ?, ?, ?, ?, ?)',
      [leaf.stream, batch.number, leaf.position, leaf.count, leaf.hash, leaf.path.join(' ')],
    );
    await connection.run('UPDATE chain SET sealed_count = ? WHERE stream = ? AND sealed_count < ?', [
      leaf.count,
      leaf.stream,
      leaf.count,
    ]);
  }
  return true;
}

export async function lastBatch(connection: SqlConnection): Promise<EvidenceBatch | undefined> {
  const row = await connection.one('SELECT * FROM evidence_batch ORDER BY number DESC LIMIT 1');
  return row === undefined ? undefined : readBatch(row);
}

export async function batchesOf(
  connection: SqlConnection,
  stream: string,
): Promise<readonly EvidenceBatch[]> {
  const rows = await connection.all(
    `SELECT b.number, b.statement, b.signature, b.certificate, b.token, l.stream, l.position, l.count, l.hash, l.path
     FROM evidence_leaf l JOIN evidence_batch b ON b.number = l.batch WHERE l.stream = ? ORDER BY b.number`,
    [stream],
  );
  return rows.map((row) => ({ ...readBatch(row), leaf: readLeaf(row) }));
}

function readBatch(row: SqlRow): EvidenceBatch {
  return {
    number: numberOf(row, 'number'),
    statement: bytesOf(row, 'statement'),
    signature: bytesOf(row, 'signature'),
    certificate: bytesOf(row, 'certificate'),
    ...(row.token === null ? {} : { timestamp: bytesOf(row, 'token') }),
  };
}

function readLeaf(row: SqlRow): BatchLeaf {
  const path = textOf(row, 'path');
  return {
    stream: textOf(row, 'stream'),
    position: numberOf(row, 'position'),
    count: numberOf(row, 'count'),
    hash: textOf(row, 'hash'),
    path: path === '' ? [] : path.split(' '),
  };
}
