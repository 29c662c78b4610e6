import { digestOf } from '../digest-of.ts';
import { utf8 } from '../seal/encoding.ts';
import type { SqlConnection } from '../store/sql/database.ts';
import type { Progress, TransportItem } from '../transport/transport.ts';
import { mailboxOf } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { acknowledgeItem, putItem } from './items.ts';

/**
 * Takes items out of a mailbox and tells the senders of packages that they arrived, each in one word for all. Where the
 * recipient's own notice is on its way already, it says more.
 */
export async function acknowledgeItems(
  context: CentreContext,
  owner: string,
  items: readonly string[],
): Promise<void> {
  const now = context.clock();
  await context.database.write(async (connection) => {
    const arrived = new Map<string, Progress[]>();
    for (const item of items) {
      const done = await acknowledgeItem(connection, owner, item, now);
      if (done?.kind !== 'package') continue;
      const { dispatchId, recipient, from } = done;
      if (await wasAnswered(context, connection, owner, done)) continue;
      const progress: Progress = { dispatchId, recipient, state: 'DELIVERED', at: now.toISOString() };
      arrived.set(from, [...(arrived.get(from) ?? []), progress]);
    }
    for (const [sender, all] of arrived) await tellSender(context, connection, owner, sender, all, now);
  });
}

/** Whether the recipient of a package posted its notice to the sender. */
async function wasAnswered(
  context: CentreContext,
  connection: SqlConnection,
  owner: string,
  { from, dispatchId, recipient }: TransportItem & { readonly recipient: string },
): Promise<boolean> {
  const sender = await context.routes.find(connection, from, '');
  if (sender === undefined) return false;
  const row = await connection.one(
    `SELECT id FROM item WHERE mailbox = ? AND kind = 'notice' AND sender = ? AND dispatch_id = ? AND recipient = ?`,
    [mailboxOf(sender), owner, dispatchId, recipient],
  );
  return row !== undefined;
}

async function tellSender(
  context: CentreContext,
  connection: SqlConnection,
  owner: string,
  code: string,
  all: readonly Progress[],
  now: Date,
): Promise<void> {
  const sender = await context.routes.find(connection, code, '');
  const [first] = all;
  if (sender === undefined || first === undefined) return;
  const bytes = utf8(JSON.stringify(all));
  const blob = { sha256: digestOf(bytes), size: bytes.length, bytes };
  await putItem(
    connection,
    {
      mailbox: mailboxOf(sender),
      target: sender.code,
      kind: 'progress',
      sender: owner,
      senderName: owner,
      dispatchId: first.dispatchId,
      recipient: first.recipient,
      blob,
    },
    now,
  );
}
