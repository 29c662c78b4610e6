import { ExchangeError } from '../exchange-error.ts';
import { type SignedNotice, signNotice } from '../notice/sign-notice.ts';
import type { OpenedPackage } from '../seal/open-package.ts';
import type { ArrivalRecord, NewEvent, StagedBlob } from '../store/records.ts';
import type { TransportItem } from '../transport/transport.ts';
import type { EngineContext } from './context.ts';
import type { TurnReport } from './turn-report.ts';

/** Faults of the package itself; anything else is our own trouble and is tried again. */
const PACKAGE_FAULTS: readonly string[] = [
  'PACKAGE_MALFORMED',
  'PACKAGE_SIGNATURE_INVALID',
  'PACKAGE_DIGEST_MISMATCH',
  'PACKAGE_NOT_FOR_US',
  'DECRYPTION_FAILED',
  'SENDER_UNEXPECTED',
  'CERTIFICATE_REFUSED',
  'FILE_NAME_REFUSED',
  'TOO_LARGE',
  'ID_REUSED',
];

/**
 * Takes one package in. True when it is safe on our side or answered, so that the transport may forget it.
 */
export async function receivePackage(
  context: EngineContext,
  item: TransportItem,
  report: TurnReport,
): Promise<boolean> {
  const { store, leaseMs } = context;
  const key = {
    sender: item.from,
    senderName: item.fromName,
    dispatchId: item.dispatchId,
    packageSha256: item.sha256,
    packageSize: item.size,
  };
  const verdict = await store.beginArrival(key, context.owner, context.clock(), leaseMs);
  if (verdict.verdict === 'busy') return false;
  if (verdict.verdict === 'answered') {
    await answerAgain(context, verdict.arrival);
    report.duplicates += 1;
    return true;
  }
  context.observe('arrival:begun');
  try {
    return await workOn(context, item, verdict.arrival, report);
  } catch (error) {
    // Let go, so that the next turn resumes at once instead of waiting for the lease.
    await store.touchArrival(verdict.arrival, 'INTERRUPTED', context.clock()).catch(() => false);
    throw error;
  }
}

async function answerAgain(context: EngineContext, arrival: ArrivalRecord): Promise<void> {
  if (arrival.noticeSha256 === undefined) return;
  const notice = await context.store.findNotice(arrival.noticeSha256);
  if (notice === undefined) throw new RangeError(`notice ${arrival.noticeSha256} is missing`);
  await context.store.resendNotice(notice, context.transport.destinationOf(notice.to), context.clock());
}

async function workOn(
  context: EngineContext,
  item: TransportItem,
  arrival: ArrivalRecord,
  report: TurnReport,
): Promise<boolean> {
  const { store } = context;
  const blob = await store.stageAnnounced(item, context.transport.open(item));
  if (blob.sha256 !== item.sha256) {
    throw new ExchangeError('TRANSPORT_INDETERMINATE', {
      details: { place: item.item, reason: 'the bytes are not those that were announced' },
    });
  }
  context.observe('arrival:stored');
  if (!(await holdWhileVerifying(context, arrival, blob))) return false;
  let opened: OpenedPackage<StagedBlob>;
  try {
    opened = await openArrival(context, item, blob);
  } catch (error) {
    if (!(error instanceof ExchangeError) || !PACKAGE_FAULTS.includes(error.code)) throw error;
    return park(context, item, arrival, blob, error, report);
  }
  context.observe('arrival:opened');
  return registerArrival(context, item, arrival, blob, opened, report);
}

/** Verifying a large package takes time, so the lease is renewed; a small one is done long before it ends. */
async function holdWhileVerifying(
  context: EngineContext,
  arrival: ArrivalRecord,
  blob: StagedBlob,
): Promise<boolean> {
  if (blob.bytes !== undefined) return true;
  const until = new Date(context.clock().getTime() + context.leaseMs);
  return context.store.touchArrival(arrival, 'VERIFYING', until);
}

async function openArrival(context: EngineContext, item: TransportItem, blob: StagedBlob) {
  const sender = await context.directory.find(item.from, '');
  if (sender === undefined) throw new ExchangeError('SENDER_UNEXPECTED', { details: { sender: item.from } });
  const opened = await context.profile.open(context.store.openStaged(blob), {
    decrypter: context.decrypter,
    openedKeys: context.openedKeys,
    senderCertificates: sender.signingCertificates,
    ...(context.checker === undefined ? {} : { checker: context.checker }),
    now: context.clock,
    store: (_file, content) => context.store.stage(content),
  });
  const { header } = opened.verified;
  if (header.id !== item.dispatchId || header.sender.code !== item.from) {
    throw new ExchangeError('PACKAGE_DIGEST_MISMATCH', { details: { what: 'routing' } });
  }
  if (!header.receivers.some(({ code }) => code === context.office.code)) {
    throw new ExchangeError('PACKAGE_NOT_FOR_US', { details: { id: header.id } });
  }
  return opened;
}

async function registerArrival(
  context: EngineContext,
  item: TransportItem,
  arrival: ArrivalRecord,
  blob: StagedBlob,
  opened: OpenedPackage<StagedBlob>,
  report: TurnReport,
): Promise<boolean> {
  const now = context.clock();
  const files = opened.files.map(({ role, name, size, sha256, stored }) => ({
    role,
    name,
    size,
    sha256,
    blob: stored,
  }));
  const notice = await signNotice(
    {
      kind: 'registered',
      id: item.dispatchId,
      sender: opened.verified.header.sender,
      receiver: receiverOf(context, opened),
      packageSha256: blob.sha256,
      files,
      at: now,
    },
    context.statementSigner,
  );
  context.observe('arrival:signed');
  const result = await context.store.register({
    arrival,
    now,
    subject: opened.envelope.subject,
    package: blob,
    files,
    notice: noticeRow(context, notice),
    events: [registeredEvent(opened, notice)],
  });
  if (result.registered) {
    context.observe('arrival:registered');
    report.registered += 1;
    return true;
  }
  if (result.arrival.id === arrival.id) return false;
  const error = new ExchangeError('ID_REUSED', { details: { id: item.dispatchId } });
  return park(context, item, arrival, blob, error, report);
}

/** The party of the package that we are: our unit, or the office itself. */
function receiverOf(context: EngineContext, opened: OpenedPackage<StagedBlob>) {
  const ours = opened.verified.header.receivers.filter(({ code }) => code === context.office.code);
  const { code, unit, name } =
    ours.find((party) => party.unit === context.office.unit) ?? ours[0] ?? context.office;
  return { code, unit, name };
}

function registeredEvent(opened: OpenedPackage<StagedBlob>, notice: SignedNotice): NewEvent {
  const { verified, files } = opened;
  return {
    type: 'registered',
    body: {
      packageSha256: verified.packageSha256,
      signer: verified.certificate.fingerprint,
      receiptSha256: notice.sha256,
      files: files.map(({ role, name, sha256, size }) => ({ role, name, sha256, size })),
    },
  };
}

async function park(
  context: EngineContext,
  item: TransportItem,
  arrival: ArrivalRecord,
  blob: StagedBlob,
  error: ExchangeError,
  report: TurnReport,
): Promise<boolean> {
  const now = context.clock();
  const notice = await signNotice(
    {
      kind: 'refused',
      id: item.dispatchId,
      sender: { code: item.from, unit: '', name: item.fromName },
      receiver: context.office,
      packageSha256: blob.sha256,
      files: [],
      at: now,
      reason: error.code,
    },
    context.statementSigner,
  );
  const parked = await context.store.park({
    arrival,
    now,
    reason: `${error.code} ${error.message}`,
    package: blob,
    notice: noticeRow(context, notice),
    events: [
      {
        type: 'parked',
        body: { packageSha256: blob.sha256, reason: error.code, noticeSha256: notice.sha256 },
      },
    ],
  });
  if (parked) report.parked += 1;
  return parked;
}

/** A signed notice as the store keeps it. */
export function noticeRow(context: EngineContext, { bytes, sha256, statement }: SignedNotice) {
  return {
    sha256,
    kind: statement.kind,
    dispatchId: statement.id,
    to: statement.sender.code,
    destination: context.transport.destinationOf(statement.sender.code),
    blob: { sha256, size: bytes.length, bytes },
  };
}
