import { el } from '../dom.ts';
import type { Draft } from '../letter/draft.ts';
import type { Page } from '../router.ts';
import { createCardService } from './card-service.ts';
import { documentChoice } from './document-choice.ts';
import { signSection } from './sign-section.ts';
import { trustPanel } from './trust-panel.ts';
import { verifySection } from './verify-section.ts';

/** 簽章與驗章. @param serviceUrl where the signing service of this computer listens */
export function signPage(draft: Draft, serviceUrl: string): Page {
  return {
    title: '簽章與驗章',
    draw(main) {
      const trust = trustPanel();
      const section = signSection(createCardService(serviceUrl), documentChoice(draft), trust);
      main.append(
        el('h1', { tabindex: '-1' }, '簽章與驗章'),
        el('p', {}, `簽章由卡片經這台電腦上的元件（${serviceUrl}）進行，不經過網路。`),
        el('div', { class: 'two even' }, section.element, el('div', {}, trust.element, verifySection(trust))),
      );
      return () => section.close();
    },
  };
}
