import { ExchangeError } from '../exchange-error.ts';
import { verifyPackage } from '../seal/verify-package.ts';
import type { StagedBlob } from '../store/records.ts';
import { keepBlobs } from '../store/sql/blobs.ts';
import { type SqlConnection, textOf } from '../store/sql/database.ts';
import type { Submission, SubmitOutcome } from '../transport/transport.ts';
import type { CentreContext } from './context.ts';
import { queueItem } from './items.ts';
import type { Office, Route } from './office.ts';

type Wanted = Submission['recipients'][number];

/** Verifies a package and puts it into the mailbox of every recipient that may have it. */
export async function acceptParcel(
  context: CentreContext,
  senderCode: string,
  submission: Submission,
): Promise<readonly SubmitOutcome[]> {
  const sender = await requireActive(context, senderCode);
  const blob = await context.stage(submission.package.open());
  if (blob.sha256 !== submission.packageSha256) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'transfer' }, retryable: true });
  }
  const { header } = await verifyPackage(context.openStaged(blob), {
    senderCertificates: await context.signingCertificates(sender),
    ...(context.checker === undefined ? {} : { checker: context.checker }),
    now: context.clock,
  });
  const named = (wanted: Wanted) =>
    header.receivers.some(({ code, unit }) => code === wanted.code && unit === wanted.unit);
  const mismatch = header.id !== submission.id || header.sender.code !== senderCode;
  if (mismatch || !submission.recipients.every(named)) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'routing' } });
  }
  const now = context.clock();
  const outcomes = await context.database.write(async (connection) => {
    await putParcel(connection, senderCode, submission.id, blob, now);
    const outcomes: SubmitOutcome[] = [];
    for (const wanted of submission.recipients) {
      outcomes.push(await route(context, connection, sender, submission.id, wanted, blob, now));
    }
    return outcomes;
  });
  context.recent.add(blob);
  return outcomes;
}

/** The office of a code, if it may take part now. */
export async function requireActive(context: CentreContext, code: string): Promise<Route> {
  const office = await context.database.read((connection) => context.routes.find(connection, code, ''));
  if (office === undefined) throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: code } });
  if (office.status !== 'T') {
    throw new ExchangeError('CERTIFICATE_REFUSED', {
      details: { holder: office.name, reason: '已停止交換' },
    });
  }
  return office;
}

async function putParcel(connection: SqlConnection, sender: string, id: string, blob: StagedBlob, now: Date) {
  await keepBlobs(connection, blob);
  const inserted = await connection.run(
    `INSERT INTO parcel (sender, dispatch_id, sha256, size, accepted_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sender, dispatch_id) DO NOTHING`,
    [sender, id, blob.sha256, blob.size, now.getTime()],
  );
  if (inserted > 0) return;
  const known = await connection.one('SELECT sha256 FROM parcel WHERE sender = ? AND dispatch_id = ?', [
    sender,
    id,
  ]);
  if (known !== undefined && textOf(known, 'sha256') !== blob.sha256) {
    throw new ExchangeError('ID_REUSED', { details: { id } });
  }
}

async function route(
  context: CentreContext,
  connection: SqlConnection,
  sender: Route,
  dispatchId: string,
  { recipient, code, unit }: Wanted,
  blob: StagedBlob,
  now: Date,
): Promise<SubmitOutcome> {
  const office = await context.routes.find(connection, code, unit);
  if (office === undefined) return { recipient, outcome: 'refused', reason: 'NOT_REGISTERED' };
  if (office.status !== 'T') return { recipient, outcome: 'refused', reason: 'SUSPENDED' };
  await queueItem(
    connection,
    {
      mailbox: mailboxOf(office),
      target: office.code,
      kind: 'package',
      sender: sender.code,
      senderName: sender.name,
      dispatchId,
      recipient,
      blob,
    },
    now,
  );
  return { recipient, outcome: 'accepted' };
}

/** Where the items of an office wait: its own mailbox, that of its 代收 office, or the queue to another centre. */
export function mailboxOf(office: Pick<Office, 'code' | 'agent' | 'home'>): string {
  if (office.home !== undefined) return `centre:${office.home}`;
  return office.agent ?? office.code;
}
