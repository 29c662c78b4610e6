import { ExchangeError } from '../exchange-error.ts';
import { type ByteSource, bytesSource } from '../seal/byte-source.ts';
import { type SqlConnection, textOf } from '../store/sql/database.ts';
import type { TransportItem } from '../transport/transport.ts';
import { mailboxOf } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { listItems, markDone, putItem } from './items.ts';

/** What a centre does for another centre. */
export interface PeerCentre {
  /**
   * Takes an item that is meant for one of its own offices; taking it again is the same as once.
   *
   * @param home - the centre that hands it over; then only items from offices that are at home there are taken
   */
  takeForwarded(item: ForwardedItem, home?: string): Promise<void>;
}

/** An item on its way between two centres. */
export interface ForwardedItem extends TransportItem {
  /** Code of the office it is for. */
  readonly to: string;
  readonly recipient: string;
  readonly content: ByteSource;
}

const AT_ONCE = 100;

/**
 * Hands the items that wait for offices of another centre over to it; gives how many. One that is refused stays and
 * holds up no other.
 *
 * @param home - the other centre's address, as the offices' `home` says it
 */
export async function forwardTo(context: CentreContext, home: string, peer: PeerCentre): Promise<number> {
  const mailbox = `centre:${home}`;
  const items = await listItems(context, mailbox, AT_ONCE);
  let forwarded = 0;
  for (const item of items) {
    const { to, recipient } = await context.database.read((connection) => targetOf(connection, item));
    const content = item.bytes === undefined ? await context.openBlob(item.sha256) : bytesSource(item.bytes);
    try {
      await peer.takeForwarded({ ...item, to, recipient, content });
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.retryable) throw error;
      continue;
    }
    forwarded += 1;
    await context.database.write((connection) => markDone(connection, mailbox, [item.item], context.clock()));
  }
  return forwarded;
}

async function targetOf(connection: SqlConnection, item: TransportItem) {
  const row = await connection.one('SELECT target, recipient FROM item WHERE id = ?', [Number(item.item)]);
  if (row === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: item.item } });
  return { to: textOf(row, 'target'), recipient: textOf(row, 'recipient') };
}

/** Puts a forwarded item into the mailbox of our office. */
export async function takeForwarded(
  context: CentreContext,
  item: ForwardedItem,
  home?: string,
): Promise<void> {
  await requireHome(context, item, home);
  const blob = await context.stage(item.content.open());
  if (blob.sha256 !== item.sha256) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'transfer' }, retryable: true });
  }
  const { kind, from, fromName, dispatchId, recipient, to } = item;
  await context.database.write(async (connection) => {
    const office = await context.routes.find(connection, to, '');
    if (office === undefined) throw new ExchangeError('RECIPIENT_UNKNOWN', { details: { recipients: to } });
    const mailbox = mailboxOf(office);
    await putItem(
      connection,
      { mailbox, target: office.code, kind, sender: from, senderName: fromName, dispatchId, recipient, blob },
      context.clock(),
    );
  });
}

/** A centre speaks for its own offices only. */
async function requireHome(context: CentreContext, { from }: ForwardedItem, home: string | undefined) {
  if (home === undefined) return;
  const office = await context.database.read((connection) => context.routes.find(connection, from, ''));
  if (office?.home !== home) throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: from } });
}
