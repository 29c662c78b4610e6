import { digestOf } from '../digest-of.ts';
import { utf8 } from '../seal/encoding.ts';
import { type SqlConnection, textOf } from '../store/sql/database.ts';
import { inParts, placesOf } from '../store/sql/places.ts';
import type { Progress } from '../transport/transport.ts';
import { mailboxOf } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { type DoneItem, markDone, putItem } from './items.ts';
import type { Route } from './office.ts';

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
    const done = await markDone(connection, owner, items, now);
    const packages = done.filter(({ kind }) => kind === 'package');
    for (const from of new Set(packages.map((item) => item.from))) {
      const sender = await context.routes.find(connection, from, '');
      if (sender === undefined) continue;
      const arrived = packages.filter((item) => item.from === from);
      const answered = await answeredOf(connection, mailboxOf(sender), owner, arrived);
      const all = arrived
        .filter((item) => !answered.has(nameOf(item.dispatchId, item.recipient)))
        .map(({ dispatchId, recipient }) => progressOf(dispatchId, recipient, now));
      await tellSender(connection, owner, sender, all, now);
    }
  });
}

/** Letters whose recipient posted its notice to the sender. */
async function answeredOf(
  connection: SqlConnection,
  mailbox: string,
  owner: string,
  arrived: readonly DoneItem[],
): Promise<ReadonlySet<string>> {
  const answered = new Set<string>();
  for (const some of inParts(arrived)) {
    const rows = await connection.all(
      `SELECT dispatch_id, recipient FROM item WHERE mailbox = ? AND kind = 'notice' AND sender = ?
       AND dispatch_id IN (${placesOf(some)})`,
      [mailbox, owner, ...some.map(({ dispatchId }) => dispatchId)],
    );
    for (const row of rows) answered.add(nameOf(textOf(row, 'dispatch_id'), textOf(row, 'recipient')));
  }
  return answered;
}

function nameOf(dispatchId: string, recipient: string): string {
  return `${dispatchId} ${recipient}`;
}

function progressOf(dispatchId: string, recipient: string, now: Date): Progress {
  return { dispatchId, recipient, state: 'DELIVERED', at: now.toISOString() };
}

async function tellSender(
  connection: SqlConnection,
  owner: string,
  sender: Route,
  all: readonly Progress[],
  now: Date,
): Promise<void> {
  const [first] = all;
  if (first === undefined) return;
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
