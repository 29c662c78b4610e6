import { timingSafeEqual } from 'node:crypto';
import type { Desk } from './desk.ts';
import type { Batch } from './waiting.ts';

/** What became of a form: taken, or a sentence about what is wrong with it. */
export type Decision = { readonly taken: true } | { readonly problem: string };

/**
 * Takes the form of a consent page. It names the requests that were on the page, so that nothing is signed that came
 * after the person looked.
 */
export async function decide(desk: Desk, form: URLSearchParams, token: string): Promise<Decision> {
  if (!same(form.get('token') ?? '', token)) return { problem: '表單已失效，請重新整理。' };
  const ids = new Set(form.getAll('id'));
  const shown = desk.batches().flatMap((batch) => {
    const items = batch.items.filter(({ id }) => ids.has(id));
    return items.length === 0 ? [] : [{ ...batch, items }];
  });
  const [batch, other] = shown;
  if (batch === undefined) return { problem: '請求已不在，可能已被取消或逾時。' };
  if (other !== undefined) return { problem: '一次同意只能涵蓋同一個要求者與同一張卡片。' };
  if (form.get('action') !== 'approve') {
    await desk.decline(batch);
    return { taken: true };
  }
  return await approve(desk, batch, form);
}

async function approve(desk: Desk, batch: Batch, form: URLSearchParams): Promise<Decision> {
  const pin = form.get('pin') ?? '';
  const allowLastTry = form.get('lastTry') === 'yes';
  if (pin === '' && batch.items.some(({ job }) => job.pin === undefined)) {
    return { problem: '請輸入 PIN 碼。' };
  }
  if (batch.target.card.retriesLeft === 1 && !allowLastTry) {
    return { problem: 'PIN 碼只剩最後 1 次機會，須勾選同意才會送出。' };
  }
  await desk.approve(batch, { allowLastTry, ...(pin === '' ? {} : { pin }) });
  return { taken: true };
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
