import { ExchangeError } from '../exchange-error.ts';
import { readAll } from '../seal/byte-source.ts';
import { type SqlConnection, textOf } from '../store/sql/database.ts';
import type { TransportItem } from '../transport/transport.ts';
import { mailboxOf } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { acknowledgeItem, listItems, putItem } from './items.ts';
import { findRoute } from './offices.ts';

/** What a centre does for another centre. */
export interface PeerCentre {
  /** Takes an item that is meant for one of its own offices; taking it again is the same as once. */
  takeForwarded(item: ForwardedItem): Promise<void>;
}

/** An item on its way between two centres. */
export interface ForwardedItem extends TransportItem {
  /** Code of the office it is for. */
  readonly to: string;
  readonly recipient: string;
  readonly content: Uint8Array;
}

const AT_ONCE = 100;

/**
 * Hands the items that wait for offices of another centre over to it; gives how many. One that is refused stays.
 *
 * @param home - the other centre's address, as the offices' `home` says it
 */
export async function forwardTo(context: CentreContext, home: string, peer: PeerCentre): Promise<number> {
  const mailbox = `centre:${home}`;
  const items = await context.database.read((connection) => listItems(connection, mailbox, AT_ONCE));
  for (const item of items) {
    const { to, recipient } = await context.database.read((connection) => targetOf(connection, item));
    const content = item.bytes ?? (await readAll((await context.openBlob(item.sha256)).open()));
    await peer.takeForwarded({ ...item, to, recipient, content });
    await context.database.write((connection) =>
      acknowledgeItem(connection, mailbox, item.item, context.clock()),
    );
  }
  return items.length;
}

async function targetOf(connection: SqlConnection, item: TransportItem) {
  const row = await connection.one('SELECT target, recipient FROM item WHERE id = ?', [Number(item.item)]);
  if (row === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: item.item } });
  return { to: textOf(row, 'target'), recipient: textOf(row, 'recipient') };
}

/** Puts a forwarded item into the mailbox of our office. */
export async function takeForwarded(context: CentreContext, item: ForwardedItem): Promise<void> {
  const blob = await context.stage(chunk(item.content));
  if (blob.sha256 !== item.sha256) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'transfer' }, retryable: true });
  }
  const { kind, from, fromName, dispatchId, recipient, to } = item;
  await context.database.write(async (connection) => {
    const office = await findRoute(connection, to, '');
    if (office === undefined) throw new ExchangeError('RECIPIENT_UNKNOWN', { details: { recipients: to } });
    const mailbox = mailboxOf(office);
    await putItem(
      connection,
      { mailbox, target: office.code, kind, sender: from, senderName: fromName, dispatchId, recipient, blob },
      context.clock(),
    );
  });
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
