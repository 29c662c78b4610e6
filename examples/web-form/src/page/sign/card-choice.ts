import type { Card, Reader } from '@kcc/xca-card';
import { el } from '../dom.ts';
import { nameOf, parseCertificate } from './trust.ts';

/** The cards that were found, one of them chosen. */
export interface CardChoice {
  readonly element: HTMLElement;
  show(readers: readonly Reader[]): void;
  chosen(): Reader | undefined;
}

export function cardChoice(onChosen: (card: Card | undefined) => void): CardChoice {
  let readers: readonly Reader[] = [];
  let index = 0;
  const element = el('div', { id: 'cards' });
  const choose = (next: number): void => {
    index = next;
    onChosen(readers[index]?.card);
  };
  const cardOf = (reader: Reader, place: number): HTMLElement => {
    const id = `card-${place}`;
    const radio = el('input', {
      type: 'radio',
      name: 'card',
      id,
      checked: place === index,
      disabled: reader.card === undefined,
    });
    radio.addEventListener('change', () => choose(place));
    return el('div', { class: 'choice' }, radio, el('label', { for: id }, describe(reader)));
  };
  return {
    element,
    show(found) {
      readers = found;
      const first = readers.findIndex(({ card }) => card !== undefined);
      index = Math.max(first, 0);
      element.replaceChildren(
        first < 0
          ? el('p', { class: 'notice' }, '讀卡機裡沒有卡片，請插入卡片後再讀取一次。')
          : el('fieldset', {}, el('legend', {}, '卡片'), ...readers.map(cardOf)),
      );
      choose(index);
    },
    chosen: () => readers[index],
  };
}

/** Whose card it is, as its signing certificate says. */
function describe({ name, card }: Reader): string {
  if (card === undefined) return `${name}：沒有卡片`;
  const der = card.certificates.find(({ use }) => use === 'sign')?.der;
  if (der === undefined) return `${card.number}（${name}）：沒有簽章用憑證`;
  const certificate = parseCertificate(der);
  const until = certificate.notAfter.toLocaleDateString('zh-TW', {
    timeZone: 'Asia/Taipei',
    dateStyle: 'long',
  });
  return `${nameOf(certificate)}，卡號 ${card.number}，效期至 ${until}（${name}）`;
}
