import { button, el } from '../dom.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import { gradeView } from './grade-view.ts';
import { sayFailure } from './say-failure.ts';
import { verify } from './trust.ts';
import type { TrustPanel } from './trust-panel.ts';

/** 驗章: a signature from a file, with its document where it lies beside. */
export function verifySection(trust: TrustPanel): HTMLElement {
  const signature = el('input', { type: 'file', id: 'verify-signature', accept: '.p7s,.p7m,.p7b,.pem,.der' });
  const content = el('input', { type: 'file', id: 'verify-content' });
  const status = el('p', { role: 'status', class: 'status' });
  const result = el('div', { id: 'verify-result' });
  const bytesOf = async (input: HTMLInputElement): Promise<Uint8Array | undefined> => {
    const [file] = input.files ?? [];
    return file === undefined ? undefined : new Uint8Array(await file.arrayBuffer());
  };
  const run = async (): Promise<void> => {
    result.replaceChildren();
    try {
      const message = await bytesOf(signature);
      if (message === undefined) throw new PaperFailure('請先選擇簽章檔。');
      const checked = await verify(message, await bytesOf(content), await trust.trust());
      result.replaceChildren(gradeView(checked));
      status.className = 'status';
      status.textContent = '驗章完成。';
    } catch (error) {
      status.className = 'status bad';
      status.textContent = sayFailure(error);
    }
  };
  return el(
    'section',
    { class: 'card', 'aria-labelledby': 'verify-title' },
    el('h2', { id: 'verify-title' }, '驗章'),
    el('p', {}, '不需要卡片，離線也可以。'),
    el('div', { class: 'field' }, el('label', { for: 'verify-signature' }, '簽章檔（p7s、p7m）'), signature),
    el(
      'div',
      { class: 'field' },
      el('label', { for: 'verify-content' }, '原文件（簽章另存時才需要）'),
      content,
    ),
    button('驗章', () => void run(), { class: 'main', id: 'verify' }),
    status,
    result,
  );
}
