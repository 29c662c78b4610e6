import { ExchangeError } from '../exchange-error.ts';
import type { NoticeKind, ParsedNotice } from '../notice/notice.ts';
import { parseNotice, verifyNotice } from '../notice/verify-notice.ts';
import { readAll } from '../seal/byte-source.ts';
import type { DispatchDetail, NewEvent, StagedBlob } from '../store/records.ts';
import { sentStream } from '../store/store.ts';
import { type Progress, recipientKey, type TransportItem } from '../transport/transport.ts';
import type { EngineContext } from './context.ts';
import { canMove, type DeliveryState } from './delivery-state.ts';
import type { TurnReport } from './turn-report.ts';

const ENDS = {
  registered: 'CONFIRMED',
  returned: 'RETURNED',
  refused: 'FAILED',
  undeliverable: 'FAILED',
} as const satisfies Record<NoticeKind, DeliveryState>;

/** Takes a signed notice in; one that does not prove itself changes nothing but leaves a trace. */
export async function applyNotice(
  context: EngineContext,
  item: TransportItem,
  report: TurnReport,
): Promise<void> {
  const { bytes, blob } = await fetchItem(context, item);
  const dispatch = await context.store.findDispatch(item.dispatchId);
  if (dispatch === undefined) {
    report.refusedNotices += 1;
    return;
  }
  try {
    const notice = parseNotice(bytes);
    const recipient = await verified(context, dispatch, notice);
    await move(context, dispatch, recipient, notice, blob, report);
    context.observe('notice:applied');
  } catch (error) {
    if (!(error instanceof ExchangeError) || error.category !== 'trust') throw error;
    report.refusedNotices += 1;
    await context.store.appendEvents(sentStream(dispatch.id), context.clock(), [
      {
        type: 'notice-refused',
        body: { noticeSha256: blob.sha256, code: error.code, message: error.message },
      },
    ]);
  }
}

/** The recipient that the notice speaks for, after everything about it holds. */
async function verified(
  context: EngineContext,
  dispatch: DispatchDetail,
  notice: ParsedNotice,
): Promise<string> {
  const { kind, receiver } = notice.statement;
  const delivery =
    dispatch.deliveries.find((item) => item.recipient === recipientKey(receiver.code, receiver.unit)) ??
    dispatch.deliveries.find((item) => item.code === receiver.code);
  if (delivery === undefined)
    throw new ExchangeError('RECEIPT_INVALID', { details: { reason: '不是本件的受文者' } });
  const entry = await context.directory.find(delivery.code, delivery.unit);
  const certificates =
    kind === 'undeliverable' ? context.centreCertificates : (entry?.signingCertificates ?? []);
  await verifyNotice(notice, {
    id: dispatch.id,
    senderCode: context.office.code,
    receiverCode: delivery.code,
    packageSha256: dispatch.packageSha256,
    files: dispatch.files,
    certificates,
    ...(context.checker === undefined ? {} : { checker: context.checker }),
    now: context.clock(),
  });
  return delivery.recipient;
}

async function move(
  context: EngineContext,
  dispatch: DispatchDetail,
  recipient: string,
  { statement }: ParsedNotice,
  blob: StagedBlob,
  report: TurnReport,
): Promise<void> {
  const delivery = dispatch.deliveries.find((item) => item.recipient === recipient);
  // The stored receipt came again: nothing new to say.
  if (delivery?.receiptSha256 === blob.sha256) return;
  const to = ENDS[statement.kind];
  const events: NewEvent[] = [
    {
      type: 'notice',
      body: {
        recipient,
        kind: statement.kind,
        noticeSha256: blob.sha256,
        at: statement.at,
        reason: statement.reason,
      },
    },
  ];
  const reason = statement.reason === undefined ? {} : { reason: statement.reason };
  const now = context.clock();
  const moved = await context.store.moveDelivery({
    dispatchId: dispatch.id,
    recipient,
    to,
    now,
    receipt: blob,
    events,
    ...reason,
  });
  if (!moved) return;
  if (to === 'CONFIRMED') report.confirmed += 1;
  else if (to === 'RETURNED') report.returned += 1;
  else report.failed += 1;
}

/** Takes word of progress in; it moves deliveries forward and never ends one. */
export async function applyProgress(context: EngineContext, item: TransportItem): Promise<void> {
  const all = parseProgress((await fetchItem(context, item)).bytes);
  await Promise.all(all.map((progress) => applyOne(context, progress)));
}

async function applyOne(context: EngineContext, progress: Progress): Promise<void> {
  const dispatch = await context.store.findDispatch(progress.dispatchId);
  const delivery = dispatch?.deliveries.find((entry) => entry.recipient === progress.recipient);
  if (delivery === undefined || !canMove(delivery.state, progress.state)) return;
  await context.store.moveDelivery({
    dispatchId: progress.dispatchId,
    recipient: progress.recipient,
    to: progress.state,
    now: context.clock(),
    events: [{ type: 'delivered', body: { recipient: progress.recipient, at: progress.at } }],
  });
}

/** Bytes that the line damaged are fetched again; they must not count as a bad notice. */
async function fetchItem(context: EngineContext, item: TransportItem) {
  const bytes = await readAll(context.transport.open(item).open());
  const blob = await context.store.stage(oneChunk(bytes));
  if (blob.sha256 === item.sha256) return { bytes, blob };
  const details = { place: item.item, reason: 'the bytes are not those that were announced' };
  throw new ExchangeError('TRANSPORT_INDETERMINATE', { details });
}

/** What cannot be read says nothing. */
function parseProgress(bytes: Uint8Array): readonly Progress[] {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return (Array.isArray(value) ? value : [value]).flatMap(progressOf);
  } catch {
    return [];
  }
}

function progressOf(value: unknown): readonly Progress[] {
  if (typeof value !== 'object' || value === null) return [];
  const { dispatchId, recipient, state, at } = value as Partial<Record<keyof Progress, unknown>>;
  const whole = typeof dispatchId === 'string' && typeof recipient === 'string' && typeof at === 'string';
  return whole && state === 'DELIVERED' ? [{ dispatchId, recipient, state, at }] : [];
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
