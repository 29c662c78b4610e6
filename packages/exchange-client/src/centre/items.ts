import type { StagedBlob } from '../store/records.ts';
import { keepBlobs, smallBytes } from '../store/sql/blobs.ts';
import { numberOf, type SqlConnection, type SqlRow, textOf } from '../store/sql/database.ts';
import { inParts, placesOf } from '../store/sql/places.ts';
import type { TransportItem } from '../transport/transport.ts';
import type { CentreContext } from './context.ts';

/** Items up to this size come along with the list. */
const INLINE_ITEM_BYTES = 64 * 1024;

export interface NewItem {
  readonly mailbox: string;
  /** Code of the office it is for; another than the mailbox for 代收 and on the way to another centre. */
  readonly target: string;
  readonly kind: TransportItem['kind'];
  readonly sender: string;
  readonly senderName: string;
  readonly dispatchId: string;
  /** The recipient's key for a package, empty otherwise. */
  readonly recipient: string;
  readonly blob: StagedBlob;
}

/** Keeps an item's bytes and queues it. */
export async function putItem(connection: SqlConnection, item: NewItem, now: Date): Promise<void> {
  await keepBlobs(connection, item.blob);
  await queueItem(connection, item, now);
}

/** Queues an item whose bytes are kept; one that was acknowledged before waits again, so that its owner answers again. */
export async function queueItem(connection: SqlConnection, item: NewItem, now: Date): Promise<void> {
  await connection.run(
    `INSERT INTO item (mailbox, target, kind, sender, sender_name, dispatch_id, recipient, sha256, size, queued_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (mailbox, kind, sender, dispatch_id, recipient, sha256) DO UPDATE SET acknowledged_at = NULL`,
    [
      item.mailbox,
      item.target,
      item.kind,
      item.sender,
      item.senderName,
      item.dispatchId,
      item.recipient,
      item.blob.sha256,
      item.blob.size,
      now.getTime(),
    ],
  );
}

/** What waits in a mailbox, small items with their bytes. */
export async function listItems(
  { database, recent }: Pick<CentreContext, 'database' | 'recent'>,
  mailbox: string,
  limit: number,
): Promise<readonly TransportItem[]> {
  const rows = await database.read((connection) =>
    connection.all(
      `SELECT id, kind, sender, sender_name, dispatch_id, sha256, size FROM item
       WHERE mailbox = ? AND acknowledged_at IS NULL ORDER BY id LIMIT ?`,
      [mailbox, limit],
    ),
  );
  return Promise.all(
    rows.map(readItem).map(async (item) => {
      const bytes =
        item.size > INLINE_ITEM_BYTES ? undefined : await smallBytes(database, item.sha256, recent);
      return bytes === undefined ? item : { ...item, bytes };
    }),
  );
}

/** An item with the key of the recipient that its package is for; empty for another kind. */
export type DoneItem = TransportItem & { readonly recipient: string };

/** Marks items done; gives those back for which it is the first time. */
export async function markDone(
  connection: SqlConnection,
  mailbox: string,
  items: readonly string[],
  now: Date,
): Promise<readonly DoneItem[]> {
  const done: DoneItem[] = [];
  const ids = [...new Set(items.map(Number))].filter(Number.isSafeInteger);
  for (const some of inParts(ids)) {
    const these = `id IN (${placesOf(some)}) AND mailbox = ? AND acknowledged_at IS NULL`;
    const rows = await connection.all(`SELECT * FROM item WHERE ${these} ORDER BY id`, [...some, mailbox]);
    await connection.run(`UPDATE item SET acknowledged_at = ? WHERE ${these}`, [
      now.getTime(),
      ...some,
      mailbox,
    ]);
    done.push(...rows.map((row) => ({ ...readItem(row), recipient: textOf(row, 'recipient') })));
  }
  return done;
}

export async function findItem(
  connection: SqlConnection,
  mailbox: string,
  item: string,
): Promise<TransportItem | undefined> {
  const id = Number(item);
  if (!Number.isSafeInteger(id)) return undefined;
  const row = await connection.one('SELECT * FROM item WHERE id = ? AND mailbox = ?', [id, mailbox]);
  return row === undefined ? undefined : readItem(row);
}

function readItem(row: SqlRow): TransportItem {
  const kind = textOf(row, 'kind');
  return {
    item: String(numberOf(row, 'id')),
    kind: kind === 'package' || kind === 'notice' ? kind : 'progress',
    from: textOf(row, 'sender'),
    fromName: textOf(row, 'sender_name'),
    dispatchId: textOf(row, 'dispatch_id'),
    sha256: textOf(row, 'sha256'),
    size: numberOf(row, 'size'),
  };
}
