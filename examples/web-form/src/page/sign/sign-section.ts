import { type Card, isCardError } from '@kcc/xca-card';
import { button, el } from '../dom.ts';
import { download } from '../papers/download.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import { cardChoice } from './card-choice.ts';
import type { CardService, SignatureForm } from './card-service.ts';
import type { ChosenDocument, DocumentChoice } from './document-choice.ts';
import { gradeView } from './grade-view.ts';
import { sayFailure } from './say-failure.ts';
import { signControls } from './sign-controls.ts';
import { verify } from './trust.ts';
import type { TrustPanel } from './trust-panel.ts';

/** 簽章: the document, the card, the PIN, then what the signature is worth. */
export interface SignSection {
  readonly element: HTMLElement;
  /** Forgets the PIN. */
  close(): void;
}

export function signSection(service: CardService, choice: DocumentChoice, trust: TrustPanel): SignSection {
  const status = el('p', { role: 'status', class: 'status', id: 'sign-status' });
  const result = el('div', { id: 'sign-result' });
  const controls = signControls();
  const card = cardChoice((chosen: Card | undefined) => {
    if (chosen !== undefined) void trust.offer(chosen);
  });
  const say = (text: string, look: 'good' | 'bad' | 'busy'): void => {
    status.className = `status ${look}`;
    status.textContent = text;
  };
  const step = (busy: string, work: () => Promise<string>) => async (): Promise<void> => {
    say(busy, 'busy');
    try {
      say(await work(), 'good');
    } catch (error) {
      say(sayFailure(error), 'bad');
      if (isCardError(error, 'PIN_LAST_TRY')) controls.askLastTry();
    }
  };
  const probe = step('正在找元件…', async () => `元件已啟動，版本 ${await service.version()}。`);
  const read = step('正在讀取卡片，請看彈出的視窗…', async () => {
    card.show(await service.readers());
    return '已讀取卡片。';
  });
  const sign = step('請在彈出的視窗核對文件並同意…', async () => {
    result.replaceChildren();
    const pin = controls.takePin();
    const reader = card.chosen();
    if (reader?.card === undefined) throw new PaperFailure('請先讀取卡片。');
    if (pin === '') throw new PaperFailure('請輸入 PIN 碼。');
    const document = await choice.chosen();
    const { form, allowLastTry } = controls;
    const message = await service.sign({ reader, pin, content: document.content, form, allowLastTry });
    // Also of a file inside: the service might have signed another one.
    const checked = await verify(message, document.content, await trust.trust());
    result.replaceChildren(el('h3', {}, '簽章結果'), gradeView(checked), downloadOf(message, document, form));
    return '簽章完成。';
  });
  return {
    element: el(
      'section',
      { class: 'card', 'aria-labelledby': 'sign-title' },
      el('h2', { id: 'sign-title' }, '簽章'),
      choice.element,
      el(
        'p',
        { class: 'buttons' },
        button('檢查元件', () => void probe(), { class: 'second' }),
        button('讀取卡片', () => void read(), { class: 'second' }),
      ),
      card.element,
      ...controls.elements,
      button('簽章', () => void sign(), { class: 'main', id: 'sign' }),
      status,
      result,
    ),
    close: () => void controls.takePin(),
  };
}

function downloadOf(content: Uint8Array, document: ChosenDocument, form: SignatureForm): HTMLElement {
  const name = `${document.name}.${form === 'detached' ? 'p7s' : 'p7m'}`;
  const type = form === 'detached' ? 'application/pkcs7-signature' : 'application/pkcs7-mime';
  return button(`下載 ${name}`, () => download({ name, type, content }), { class: 'main' });
}
