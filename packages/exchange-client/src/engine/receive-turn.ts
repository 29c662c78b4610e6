import type { TransportItem } from '../transport/transport.ts';
import { applyNotice, applyProgress } from './apply-notice.ts';
import type { EngineContext } from './context.ts';
import { forEachLimited } from './pool.ts';
import { receivePackage } from './receive-package.ts';
import { noteProblem, type TurnReport } from './turn-report.ts';

/** Fetches what waits, takes it in, and acknowledges what is safe; one bad item blocks no other. */
export async function receiveTurn(context: EngineContext, report: TurnReport, limit: number): Promise<void> {
  let items: readonly TransportItem[];
  try {
    items = await context.transport.poll({ limit });
  } catch (error) {
    noteProblem(report, 'poll', error);
    return;
  }
  const safe: TransportItem[] = [];
  await forEachLimited(items, context.concurrency, async (item) => {
    try {
      if (await takeIn(context, item, report)) safe.push(item);
    } catch (error) {
      noteProblem(report, `receive ${item.dispatchId}`, error);
    }
  });
  if (safe.length === 0) return;
  try {
    await context.transport.acknowledge(safe);
    context.observe('items:acknowledged');
  } catch (error) {
    // They come again and are answered from the store.
    noteProblem(report, 'acknowledge', error);
  }
}

async function takeIn(context: EngineContext, item: TransportItem, report: TurnReport): Promise<boolean> {
  if (item.kind === 'package') return receivePackage(context, item, report);
  if (item.kind === 'notice') await applyNotice(context, item, report);
  else await applyProgress(context, item);
  return true;
}
