import { sealBatch } from '../evidence/seal-batch.ts';
import type { EngineContext } from './context.ts';

const BATCH_LEAVES = 4096;

/** More than an office sends between two turns; the rest has its turn next time. */
const BATCHES_AT_ONCE = 64;

/** Signs batches until every chain that changed is covered; false when none did or another worker was faster. */
export async function sealEvidence(context: EngineContext): Promise<boolean> {
  for (let batches = 0; batches < BATCHES_AT_ONCE; batches += 1) {
    const leaves = await sealOne(context);
    if (leaves < BATCH_LEAVES) return batches > 0 || leaves > 0;
  }
  return true;
}

/** Signs one batch; gives how many chains it covers. */
async function sealOne(context: EngineContext): Promise<number> {
  const heads = await context.store.unsealedHeads(BATCH_LEAVES);
  if (heads.length === 0) return 0;
  const previous = await context.store.lastBatch();
  const batch = await sealBatch(heads, previous, {
    signer: context.signer,
    at: context.clock(),
    ...(context.timestamp === undefined ? {} : { timestamp: context.timestamp }),
  });
  context.observe('evidence:signed');
  if (!(await context.store.addBatch(batch))) return 0;
  context.observe('evidence:sealed');
  return heads.length;
}
