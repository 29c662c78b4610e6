import { ExchangeError } from '../exchange-error.ts';
import { signNotice } from '../notice/sign-notice.ts';
import type { ArrivalRecord, DeliveryRecord } from '../store/records.ts';
import { ARRIVAL_STATES, isRegistered } from './arrival-state.ts';
import type { DeskContext, EngineContext } from './context.ts';
import { canMove, DELIVERY_STATES } from './delivery-state.ts';
import { noticeRow } from './receive-package.ts';

export interface ArrivalName {
  readonly dispatchId: string;
  /** Needed only when two senders use the same id. */
  readonly sender?: string;
}

/** The registered letter of a name. */
export async function findRegisteredArrival(context: DeskContext, name: ArrivalName): Promise<ArrivalRecord> {
  const found = (await context.store.findArrivals(name.dispatchId)).filter(
    ({ sender, state }) => isRegistered(state) && (name.sender === undefined || sender === name.sender),
  );
  const [arrival] = found;
  if (arrival === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: name.dispatchId } });
  if (found.length > 1) {
    const senders = found.map(({ sender }) => sender).join('、');
    throw new ExchangeError('STATE_REFUSED', {
      details: { state: senders, action: '確定是哪一件，請指定發文者' },
    });
  }
  return arrival;
}

export async function handOver(
  context: DeskContext,
  name: ArrivalName,
  operator: string,
): Promise<ArrivalRecord> {
  const arrival = await findRegisteredArrival(context, name);
  if (arrival.state === 'HANDED_OVER') return arrival;
  const events = [{ type: 'handed-over', body: { operator } }];
  if (!(await context.store.handOver(arrival, context.clock(), events))) throw refused(arrival, '交收文');
  return { ...arrival, state: 'HANDED_OVER' };
}

export async function returnLetter(
  context: EngineContext,
  name: ArrivalName,
  reason: string,
  operator: string,
): Promise<ArrivalRecord> {
  if (reason.trim() === '') throw new TypeError('reason must not be empty');
  const arrival = await findRegisteredArrival(context, name);
  if (arrival.state === 'RETURN_REQUESTED') return arrival;
  const now = context.clock();
  const notice = await signNotice(
    {
      kind: 'returned',
      id: arrival.dispatchId,
      sender: { code: arrival.sender, unit: '', name: arrival.senderName },
      receiver: context.office,
      packageSha256: arrival.packageSha256,
      files: await context.store.arrivalFiles(arrival.id),
      at: now,
      reason,
    },
    context.signer,
  );
  const events = [{ type: 'return-requested', body: { reason, operator, noticeSha256: notice.sha256 } }];
  const done = await context.store.requestReturn(arrival, now, noticeRow(context, notice), events);
  if (!done) throw refused(arrival, '退文');
  return { ...arrival, state: 'RETURN_REQUESTED' };
}

export async function toPaper(
  context: DeskContext,
  dispatchId: string,
  recipient: string,
  operator: string,
): Promise<DeliveryRecord> {
  const find = async () => {
    const dispatch = await context.store.findDispatch(dispatchId);
    return dispatch?.deliveries.find((item) => item.recipient === recipient);
  };
  const delivery = await find();
  if (delivery === undefined)
    throw new ExchangeError('NOT_FOUND', { details: { what: `${dispatchId} ${recipient}` } });
  if (delivery.state === 'PAPER') return delivery;
  if (!canMove(delivery.state, 'PAPER')) {
    const state = DELIVERY_STATES[delivery.state].zh;
    throw new ExchangeError('STATE_REFUSED', { details: { state, action: '改紙本' } });
  }
  const now = context.clock();
  await context.store.moveDelivery({
    dispatchId,
    recipient,
    to: 'PAPER',
    now,
    ...(delivery.reason === undefined ? {} : { reason: delivery.reason }),
    events: [{ type: 'paper', body: { recipient, from: delivery.state, operator } }],
  });
  return (await find()) ?? delivery;
}

function refused(arrival: ArrivalRecord, action: string): ExchangeError {
  return new ExchangeError('STATE_REFUSED', { details: { state: ARRIVAL_STATES[arrival.state].zh, action } });
}
