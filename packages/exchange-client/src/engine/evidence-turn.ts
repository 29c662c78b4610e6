import { sealBatch } from '../evidence/seal-batch.ts';
import type { EngineContext } from './context.ts';

const BATCH_LEAVES = 4096;

/** Signs one batch over the chains that changed; false when none did or another worker was faster. */
export async function sealEvidence(context: EngineContext): Promise<boolean> {
  const heads = await context.store.unsealedHeads(BATCH_LEAVES);
  if (heads.length === 0) return false;
  const previous = await context.store.lastBatch();
  const batch = await sealBatch(heads, previous, {
    signer: context.signer,
    at: context.clock(),
    ...(context.timestamp === undefined ? {} : { timestamp: context.timestamp }),
  });
  context.observe('evidence:signed');
  const added = await context.store.addBatch(batch);
  if (added) context.observe('evidence:sealed');
  return added;
}
