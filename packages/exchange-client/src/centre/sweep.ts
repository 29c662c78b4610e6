import { signNotice } from '../notice/sign-notice.ts';
import { readParts } from '../seal/read-parts.ts';
import { numberOf, type SqlConnection, textOf } from '../store/sql/database.ts';
import { mailboxOf } from './accept-parcel.ts';
import type { CentreContext } from './context.ts';
import { putItem } from './items.ts';
import { findRoute, listOffices, setStatus } from './offices.ts';

const ALL = 1_000_000;
const REMOVE_MONTHS = 3;
const KEEP_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a sweep changed. */
export interface SweepReport {
  /** Offices whose exchange stopped because a certificate ended. */
  readonly suspended: readonly string[];
  /** Offices whose certificate ended more than three months ago. */
  readonly removed: readonly string[];
  /** Letters whose senders were told that they cannot be delivered. */
  readonly undeliverable: number;
  /** Acknowledged items forgotten. */
  readonly forgotten: number;
  /** Packages and notices deleted, because no item speaks of them any more. */
  readonly deleted: number;
}

/**
 * Stops offices with expired certificates and removes them after three months (規範 5(1)(4)), tells the senders of
 * letters that wait for a removed office, forgets items acknowledged 30 days ago, and deletes what only they spoke of.
 */
export async function sweepCentre(context: CentreContext): Promise<SweepReport> {
  const now = context.clock();
  const offices = await context.database.read((connection) => listOffices(connection, ALL));
  const { suspended, removed } = await context.database.write(async (connection) => {
    const changed = { suspended: [] as string[], removed: [] as string[] };
    for (const office of offices) {
      if (office.endsAt === undefined || office.endsAt > now || office.status === 'F') continue;
      const gone = monthsAfter(office.endsAt, REMOVE_MONTHS) <= now;
      if (!gone && office.status === 'D') continue;
      await setStatus(connection, office, gone ? 'F' : 'D', now);
      (gone ? changed.removed : changed.suspended).push(office.code);
    }
    return changed;
  });
  const undeliverable = await tellSenders(context, now);
  return { suspended, removed, undeliverable, ...(await forget(context, now)) };
}

async function forget(
  context: CentreContext,
  now: Date,
): Promise<Pick<SweepReport, 'forgotten' | 'deleted'>> {
  const counts = await context.database.write(async (connection) => {
    const forgotten = await connection.run(
      'DELETE FROM item WHERE acknowledged_at IS NOT NULL AND acknowledged_at < ?',
      [now.getTime() - KEEP_DAYS * DAY_MS],
    );
    if (forgotten === 0) return { forgotten, deleted: 0 };
    const deleted = await connection.run('DELETE FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM item)');
    return { forgotten, deleted };
  });
  // A day of grace for what is being handed over just now.
  await context.sweepBlobs(new Date(now.getTime() - DAY_MS));
  return counts;
}

/** Without a signer the centre keeps silent, and the letters end by their expiry. */
async function tellSenders(context: CentreContext, now: Date): Promise<number> {
  const { signer, database } = context;
  if (signer === undefined) return 0;
  const waiting = await database.read((connection) =>
    connection.all(
      `SELECT i.id, i.sender, i.dispatch_id, i.recipient, i.sha256 FROM item i JOIN office o ON o.code = i.target
       WHERE i.kind = 'package' AND i.acknowledged_at IS NULL AND o.unit = '' AND o.status = 'F'`,
    ),
  );
  for (const row of waiting) {
    const { header } = await readParts((await context.openBlob(textOf(row, 'sha256'))).open());
    const [code = '', unit = ''] = textOf(row, 'recipient').split('/');
    const receiver = header.receivers.find((party) => party.code === code && party.unit === unit);
    const { keys, ...party } = receiver ?? { code, unit, name: code, keys: [] };
    const notice = await signNotice(
      {
        kind: 'undeliverable',
        id: header.id,
        sender: header.sender,
        receiver: party,
        packageSha256: textOf(row, 'sha256'),
        files: [],
        at: now,
        reason: 'REMOVED',
      },
      signer,
    );
    const blob = { sha256: notice.sha256, size: notice.bytes.length, bytes: notice.bytes };
    await database.write((connection) => replaceItem(connection, context.name, row, blob, now));
  }
  return waiting.length;
}

async function replaceItem(
  connection: SqlConnection,
  centre: string,
  row: Readonly<Record<string, unknown>> & Parameters<typeof textOf>[0],
  blob: { readonly sha256: string; readonly size: number; readonly bytes: Uint8Array },
  now: Date,
): Promise<void> {
  const id = numberOf(row, 'id');
  const sender = textOf(row, 'sender');
  const closed = await connection.run(
    'UPDATE item SET acknowledged_at = ? WHERE id = ? AND acknowledged_at IS NULL',
    [now.getTime(), id],
  );
  const office = await findRoute(connection, sender, '');
  if (closed === 0 || office === undefined) return;
  await putItem(
    connection,
    {
      mailbox: mailboxOf(office),
      target: office.code,
      kind: 'notice',
      sender: centre,
      senderName: centre,
      dispatchId: textOf(row, 'dispatch_id'),
      recipient: textOf(row, 'recipient'),
      blob,
    },
    now,
  );
}

function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
