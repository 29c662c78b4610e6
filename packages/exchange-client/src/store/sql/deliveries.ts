import { hasEnded, statesBefore } from '../../engine/delivery-state.ts';
import type { ClaimedJob, NewEvent, StagedBlob } from '../records.ts';
import { type DeliveryOutcome, type MoveOptions, type Settlement, sentStream } from '../store.ts';
import { keepBlobs } from './blobs.ts';
import type { SqlConnection } from './database.ts';
import { readDelivery } from './dispatches.ts';
import { appendEvents } from './event-log.ts';
import { finishJob } from './jobs.ts';
import { placesOf } from './places.ts';

/** Marks the waiting deliveries of claimed dispatch jobs as being sent. */
export async function markSending(
  connection: SqlConnection,
  jobs: readonly ClaimedJob[],
  now: Date,
): Promise<void> {
  for (const destination of new Set(jobs.map((job) => job.destination))) {
    const subjects = jobs.filter((job) => job.destination === destination).map((job) => job.subject);
    await connection.run(
      `UPDATE delivery SET state = 'SENDING', changed_at = ? WHERE destination = ?
       AND state IN ('QUEUED', 'INDETERMINATE') AND dispatch_id IN (${placesOf(subjects)})`,
      [now.getTime(), destination, ...subjects],
    );
  }
}

/** Writes an attempt's outcome under the fence of its claim. */
export async function settleJob(
  connection: SqlConnection,
  job: ClaimedJob,
  settlement: Settlement,
): Promise<boolean> {
  const { now, outcomes, retryAt, events } = settlement;
  const summary = outcomes.map(({ recipient, state }) => `${recipient}:${state}`).join(' ');
  if (!(await finishJob(connection, job, now, retryAt, summary))) return false;
  for (const outcome of outcomes) await applyOutcome(connection, job.subject, outcome, now);
  if (job.kind === 'dispatch') await appendEvents(connection, sentStream(job.subject), now, events);
  return true;
}

/** One statement looks and moves, so that nobody comes in between. */
async function applyOutcome(
  connection: SqlConnection,
  dispatchId: string,
  { recipient, state, reason }: DeliveryOutcome,
  now: Date,
  receipt?: StagedBlob,
): Promise<boolean> {
  // Without a receipt its column is left alone: naming it would have it checked against the blobs again.
  const [also, values] = receipt === undefined ? ['', []] : [', receipt_sha256 = ?', [receipt.sha256]];
  const before = statesBefore(state);
  const changed = await connection.run(
    `UPDATE delivery SET state = ?, reason = ?, changed_at = ?${also}
     WHERE dispatch_id = ? AND recipient = ? AND state IN (${placesOf(before)})`,
    [state, reason ?? null, now.getTime(), ...values, dispatchId, recipient, ...before],
  );
  return changed > 0;
}

/** Moves one delivery if its state allows it. The events say what came in either case. */
export async function moveDelivery(connection: SqlConnection, move: MoveOptions): Promise<boolean> {
  const { dispatchId, recipient, to, reason, now, receipt } = move;
  // Locks the chain, and with it this dispatch, against a second mover.
  await appendEvents(connection, sentStream(dispatchId), now, move.events);
  if (receipt !== undefined) await keepBlobs(connection, receipt);
  const moved = await applyOutcome(
    connection,
    dispatchId,
    { recipient, state: to, ...(reason === undefined ? {} : { reason }) },
    now,
    receipt,
  );
  if (moved && hasEnded(to)) await dropIdleJob(connection, dispatchId);
  return moved;
}

/** A job without a recipient that waits has nothing to do; one that is being worked on ends by itself. */
async function dropIdleJob(connection: SqlConnection, dispatchId: string): Promise<void> {
  await connection.run(
    `DELETE FROM job WHERE kind = 'dispatch' AND subject = ? AND owner IS NULL AND NOT EXISTS (
       SELECT 1 FROM delivery WHERE dispatch_id = job.subject AND destination = job.destination
       AND state IN ('QUEUED', 'SENDING', 'INDETERMINATE'))`,
    [dispatchId],
  );
}

/** Whether any running delivery is over its time. */
export async function hasOverdue(connection: SqlConnection, now: Date): Promise<boolean> {
  const rows = await connection.all(
    `SELECT recipient FROM delivery WHERE state NOT IN ('CONFIRMED', 'RETURNED', 'EXPIRED', 'FAILED', 'PAPER')
     AND expires_at <= ? LIMIT 1`,
    [now.getTime()],
  );
  return rows.length > 0;
}

/** Ends running deliveries whose time is over. */
export async function expireDeliveries(connection: SqlConnection, now: Date, limit: number): Promise<number> {
  const rows = await connection.all(
    `SELECT * FROM delivery WHERE state NOT IN ('CONFIRMED', 'RETURNED', 'EXPIRED', 'FAILED', 'PAPER')
     AND expires_at <= ? ORDER BY expires_at LIMIT ?`,
    [now.getTime(), limit],
  );
  let expired = 0;
  for (const { dispatchId, recipient, state } of rows.map(readDelivery)) {
    const events: NewEvent[] = [{ type: 'expired', body: { recipient, from: state } }];
    if (await moveDelivery(connection, { dispatchId, recipient, to: 'EXPIRED', now, events })) expired += 1;
  }
  return expired;
}
