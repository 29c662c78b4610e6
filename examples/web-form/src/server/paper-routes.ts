import { checkForm, forms } from '@kcc/forms';
import { checkDraft, GongwenError } from '@kcc/gongwen';
import type { Context } from 'hono';

const COPIES = ['original', 'draft', 'sent', 'received'] as const;

/** POST /paper/letter.pdf: `{ letter, copy }`, the answer the letter as PDF. */
export async function answerLetterPdf(context: Context): Promise<Response> {
  const request: unknown = await context.req.json().catch(() => null);
  const { letter: given, copy: wanted } = Object(request);
  const copy = COPIES.find((each) => each === wanted) ?? 'original';
  const { letter, issues } = checkDraft(given);
  if (letter === undefined) return context.json({ message: '這份草稿讀不成公文', issues }, 422);
  return answer(context, async () => {
    const { renderPdf } = await import('@kcc/gongwen/pdf');
    return (await renderPdf(letter, { copy })).bytes;
  });
}

/** POST /paper/form.pdf: `{ id, data, asOf }`, the answer the filled form as PDF. Secrets are refused. */
export async function answerFormPdf(context: Context): Promise<Response> {
  const request: unknown = await context.req.json().catch(() => null);
  const { id, data, asOf } = Object(request);
  const form = forms.find((each) => each.id === id);
  if (form === undefined || form.printsSecrets || typeof asOf !== 'string') {
    return context.json({ message: '沒有這張表單，或它不在伺服器製作' }, 404);
  }
  const { ok, value, issues } = checkForm(form, data, { asOf });
  if (!ok) return context.json({ message: '表單還有要修正的地方', issues }, 422);
  return answer(context, async () => {
    const { fillPdf } = await import('@kcc/forms/pdf');
    return (await fillPdf(form, value, { asOf })).bytes;
  });
}

async function answer(context: Context, make: () => Promise<Uint8Array>): Promise<Response> {
  try {
    const bytes = new Uint8Array(await make());
    return context.body(bytes, 200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  } catch (error) {
    if (error instanceof GongwenError) return context.json({ message: error.message, code: error.code }, 503);
    throw error;
  }
}
