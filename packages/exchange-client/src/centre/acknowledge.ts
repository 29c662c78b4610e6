import { createHash } from 'node:crypto';
import { utf8 } from '../seal/encoding.ts';
import type { SqlConnection } from '../store/sql/database.ts';
import type { Progress, TransportItem } from '../transport/transport.ts';
import { mailboxOf } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { acknowledgeItem, putItem } from './items.ts';
import { findRoute } from './offices.ts';

/** Takes items out of a mailbox and tells the senders of packages that they arrived. */
export async function acknowledgeItems(
  context: CentreContext,
  owner: string,
  items: readonly string[],
): Promise<void> {
  const now = context.clock();
  await context.database.write(async (connection) => {
    for (const item of items) {
      const done = await acknowledgeItem(connection, owner, item, now);
      if (done?.kind === 'package') await tellSender(connection, owner, done, now);
    }
  });
}

async function tellSender(
  connection: SqlConnection,
  owner: string,
  item: TransportItem & { readonly recipient: string },
  now: Date,
): Promise<void> {
  const sender = await findRoute(connection, item.from, '');
  if (sender === undefined) return;
  const progress: Progress = {
    dispatchId: item.dispatchId,
    recipient: item.recipient,
    state: 'DELIVERED',
    at: now.toISOString(),
  };
  const bytes = utf8(JSON.stringify(progress));
  const blob = { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, bytes };
  await putItem(
    connection,
    {
      mailbox: mailboxOf(sender),
      target: sender.code,
      kind: 'progress',
      sender: owner,
      senderName: owner,
      dispatchId: item.dispatchId,
      recipient: item.recipient,
      blob,
    },
    now,
  );
}
