import { type Card, isCardError } from '@kcc/xca-card';
import { button, el } from '../dom.ts';
import type { Draft } from '../letter/draft.ts';
import { download } from '../papers/download.ts';
import { PaperFailure } from '../papers/server-pdf.ts';
import type { Page } from '../router.ts';
import { cardChoice } from './card-choice.ts';
import { createCardService, type SignatureForm } from './card-service.ts';
import { documentChoice } from './document-choice.ts';
import { gradeView } from './grade-view.ts';
import { sayFailure } from './say-failure.ts';
import { verify } from './trust.ts';
import { trustPanel } from './trust-panel.ts';
import { verifySection } from './verify-section.ts';

/** 簽章: the document, the card, the PIN, and what the signature is worth. */
export function signPage(draft: Draft, serviceUrl: string): Page {
  return {
    title: '簽章與驗章',
    draw(main) {
      const service = createCardService(serviceUrl);
      const choice = documentChoice(draft);
      const trust = trustPanel();
      const status = el('p', { role: 'status', class: 'status', id: 'sign-status' });
      const result = el('div', { id: 'sign-result' });
      const say = (text: string, look: 'good' | 'bad' | 'busy'): void => {
        status.className = `status ${look}`;
        status.textContent = text;
      };
      /** Runs one step; the card is asked for one thing at a time. */
      const step = async (busy: string, work: () => Promise<string>): Promise<void> => {
        say(busy, 'busy');
        try {
          say(await work(), 'good');
        } catch (error) {
          say(sayFailure(error), 'bad');
          if (isCardError(error, 'PIN_LAST_TRY')) lastTryPlace.hidden = false;
        }
      };
      const onCard = (card: Card | undefined): void => {
        if (card !== undefined) void trust.offer(card);
      };
      const card = cardChoice(onCard);
      const pin = el('input', {
        type: 'password',
        id: 'pin',
        autocomplete: 'off',
        inputmode: 'numeric',
        maxlength: 16,
        'aria-describedby': 'pin-hint',
      });
      const form = el(
        'select',
        { id: 'signature-form', 'aria-describedby': 'form-hint' },
        el('option', { value: 'attached' }, '文件包在簽章裡（元件會先顯示文件）'),
        el('option', { value: 'detached' }, '簽章另存一檔（CAdES 屬性）'),
      );
      const lastTry = el('input', { type: 'checkbox', id: 'last-try' });
      const lastTryPlace = el(
        'div',
        { class: 'choice', hidden: true },
        lastTry,
        el('label', { for: 'last-try' }, '只剩一次機會，再錯就會鎖卡；我確定要試'),
      );
      const read = (): Promise<void> =>
        step('正在讀取卡片，請看彈出的視窗…', async () => {
          card.show(await service.readers());
          return '已讀取卡片。';
        });
      const sign = (): Promise<void> =>
        step('請在彈出的視窗核對文件並同意…', async () => {
          result.replaceChildren();
          const reader = card.chosen();
          if (reader?.card === undefined) throw new PaperFailure('請先讀取卡片。');
          if (pin.value === '') throw new PaperFailure('請輸入 PIN 碼。');
          const document = await choice.chosen();
          const wanted: SignatureForm = form.value === 'detached' ? 'detached' : 'attached';
          const request = { reader, pin: pin.value, content: document.content, form: wanted };
          // The field forgets the PIN before anything is awaited that could fail.
          pin.value = '';
          const message = await service.sign({ ...request, allowLastTry: lastTry.checked });
          await showResult(message, document, wanted);
          return '簽章完成。';
        });
      const showResult = async (
        message: Uint8Array,
        document: { readonly name: string; readonly content: Uint8Array },
        wanted: SignatureForm,
      ): Promise<void> => {
        const name = `${document.name}.${wanted === 'detached' ? 'p7s' : 'p7m'}`;
        const file = { name, type: 'application/pkcs7-signature', content: message };
        const checked = await verify(
          message,
          wanted === 'detached' ? document.content : undefined,
          await trust.trust(),
        );
        result.replaceChildren(
          el('h3', {}, '簽章結果'),
          gradeView(checked),
          button(`下載 ${name}`, () => download(file), { class: 'main' }),
        );
      };
      const probe = (): Promise<void> =>
        step('正在找元件…', async () => `元件已啟動，版本 ${await service.version()}。`);
      main.append(
        el('h1', { tabindex: '-1' }, '簽章與驗章'),
        el('p', {}, `簽章經這台電腦上的元件（${serviceUrl}）用卡片進行，需要連線到元件，不經過網路。`),
        el(
          'div',
          { class: 'two even' },
          el(
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
            el(
              'div',
              { class: 'field' },
              el('label', { for: 'signature-form' }, '簽章方式'),
              form,
              el('p', { class: 'hint', id: 'form-hint' }, '另存一檔時，元件畫面只會顯示簽章屬性。'),
            ),
            el(
              'div',
              { class: 'field' },
              el('label', { for: 'pin' }, 'PIN 碼'),
              el('p', { class: 'hint', id: 'pin-hint' }, '6 至 8 碼；只送給本機元件，不保存。'),
              pin,
            ),
            lastTryPlace,
            button('簽章', () => void sign(), { class: 'main', id: 'sign' }),
            status,
            result,
          ),
          el('div', {}, trust.element, verifySection(trust)),
        ),
      );
      return () => {
        pin.value = '';
      };
    },
  };
}
