import type { TransportItem } from '../transport/transport.ts';
import { applyNotice, applyProgress } from './apply-notice.ts';
import type { EngineContext } from './context.ts';
import { forEachLimited } from './pool.ts';
import { receivePackage } from './receive-package.ts';
import { noteProblem, type TurnReport } from './turn-report.ts';

/**
 * Fetches what waits and takes it in; one bad item blocks no other. Gives what is safe on our side, to be acknowledged
 * once the receipts are on their way: then the sender has no use for word of the delivery.
 */
export async function receiveTurn(
  context: EngineContext,
  report: TurnReport,
  limit: number,
): Promise<readonly TransportItem[]> {
  const items = await context.transport.poll({ limit });
  const safe: TransportItem[] = [];
  const take = (list: readonly TransportItem[], most: number) =>
    forEachLimited(list, most, async (item) => {
      try {
        if (await takeIn(context, item, report)) safe.push(item);
      } catch (error) {
        noteProblem(report, `receive ${item.dispatchId}`, error);
      }
    });
  const letters = items.filter(({ kind }) => kind !== 'progress');
  // What came along with the list is in memory already and shares its commits.
  await take(
    letters.filter(({ bytes }) => bytes !== undefined),
    limit,
  );
  await take(
    letters.filter(({ bytes }) => bytes === undefined),
    context.concurrency,
  );
  await take(
    items.filter(({ kind }) => kind === 'progress'),
    context.concurrency,
  );
  return safe;
}

/** Tells the transport what it may forget; what it does not hear comes again and is answered from the store. */
export async function acknowledgeTurn(context: EngineContext, safe: readonly TransportItem[]): Promise<void> {
  if (safe.length === 0) return;
  await context.transport.acknowledge(safe);
  context.observe('items:acknowledged');
}

async function takeIn(context: EngineContext, item: TransportItem, report: TurnReport): Promise<boolean> {
  if (item.kind === 'package') return receivePackage(context, item, report);
  if (item.kind === 'notice') await applyNotice(context, item, report);
  else await applyProgress(context, item);
  return true;
}
