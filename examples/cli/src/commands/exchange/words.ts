import {
  ARRIVAL_STATES,
  type ArrivalRecord,
  type ArrivalState,
  DELIVERY_STATES,
  type DeliveryRecord,
  type DeliveryState,
  type DispatchDetail,
  type FileRecord,
  taipeiDate,
} from '@kcc/exchange-client';
import type { Context } from '../../frame/command.ts';
import { table } from '../../frame/table.ts';

/** A state's label in the language of the command. */
export function deliveryLabel({ lang }: Pick<Context, 'lang'>, state: DeliveryState): string {
  return DELIVERY_STATES[state][lang === 'en' ? 'en' : 'zh'];
}

export function arrivalLabel({ lang }: Pick<Context, 'lang'>, state: ArrivalState): string {
  return ARRIVAL_STATES[state][lang === 'en' ? 'en' : 'zh'];
}

/** One recipient as JSON. */
export function deliveryJson(context: Context, delivery: DeliveryRecord) {
  return {
    code: delivery.code,
    ...(delivery.unit === '' ? {} : { unit: delivery.unit }),
    name: delivery.name,
    state: delivery.state,
    label: deliveryLabel(context, delivery.state),
    ...(delivery.reason === undefined ? {} : { reason: delivery.reason }),
    changedAt: delivery.changedAt.toISOString(),
    dueAt: delivery.dueAt.toISOString(),
    ...(delivery.receiptSha256 === undefined ? {} : { receiptSha256: delivery.receiptSha256 }),
  };
}

/** One dispatch as JSON; its own state is the least advanced of its recipients'. */
export function dispatchJson(context: Context, dispatch: DispatchDetail) {
  const state = overallState(dispatch.deliveries);
  return {
    id: dispatch.id,
    state,
    label: deliveryLabel(context, state),
    subject: dispatch.subject,
    createdAt: dispatch.createdAt.toISOString(),
    expiresAt: dispatch.expiresAt.toISOString(),
    packageSha256: dispatch.packageSha256,
    recipients: dispatch.deliveries.map((delivery) => deliveryJson(context, delivery)),
    files: dispatch.files.map(fileJson),
  };
}

const ORDER: readonly DeliveryState[] = [
  'DRAFT',
  'SEALED',
  'QUEUED',
  'SENDING',
  'INDETERMINATE',
  'FAILED',
  'EXPIRED',
  'RETURNED',
  'ACCEPTED_BY_CENTRE',
  'DELIVERED',
  'PAPER',
  'CONFIRMED',
];

export function overallState(deliveries: readonly DeliveryRecord[]): DeliveryState {
  const states = deliveries.map(({ state }) => state);
  return ORDER.find((state) => states.includes(state)) ?? 'QUEUED';
}

export function arrivalJson(context: Context, arrival: ArrivalRecord, files: readonly FileRecord[]) {
  return {
    id: arrival.dispatchId,
    sender: { code: arrival.sender, name: arrival.senderName },
    state: arrival.state,
    label: arrivalLabel(context, arrival.state),
    ...(arrival.subject === undefined ? {} : { subject: arrival.subject }),
    ...(arrival.reason === undefined ? {} : { reason: arrival.reason }),
    arrivedAt: arrival.arrivedAt.toISOString(),
    ...(arrival.registeredAt === undefined ? {} : { registeredAt: arrival.registeredAt.toISOString() }),
    ...(arrival.noticeSha256 === undefined ? {} : { receiptSha256: arrival.noticeSha256 }),
    packageSha256: arrival.packageSha256,
    files: files.map(fileJson),
  };
}

function fileJson({ role, name, sha256, size }: FileRecord) {
  return { role, name, size, sha256 };
}

/** Recipients as a table. */
export function deliveryTable(context: Context, deliveries: readonly DeliveryRecord[]): string {
  return table([
    ['識別碼', '受文者', '名稱', '狀態', '應於何日前查看', '原因'],
    ...deliveries.map((delivery) => [
      delivery.dispatchId,
      delivery.recipient,
      delivery.name,
      deliveryLabel(context, delivery.state),
      taipeiDate(delivery.dueAt),
      delivery.reason ?? '',
    ]),
  ]);
}
