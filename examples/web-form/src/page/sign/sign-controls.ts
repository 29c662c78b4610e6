import { el } from '../dom.ts';
import type { SignatureForm } from './card-service.ts';

/** The fields of the signature: how, with which PIN, and consent to a last try. */
export interface SignControls {
  readonly elements: readonly HTMLElement[];
  readonly form: SignatureForm;
  readonly allowLastTry: boolean;
  /** Gives the PIN and forgets it. */
  takePin(): string;
  /** Asks for consent to the last try. */
  askLastTry(): void;
}

export function signControls(): SignControls {
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
  const consent = el('label', { for: 'last-try' }, '只剩一次機會，再錯就會鎖卡；我確定要試');
  const lastTryPlace = el('div', { class: 'choice', hidden: true }, lastTry, consent);
  return {
    elements: [
      fieldOf('signature-form', '簽章方式', 'form-hint', '另存一檔時，元件畫面只會顯示簽章屬性。', form),
      fieldOf('pin', 'PIN 碼', 'pin-hint', '6 至 8 碼；只送給本機元件，不保存。', pin),
      lastTryPlace,
    ],
    get form() {
      return form.value === 'detached' ? 'detached' : 'attached';
    },
    get allowLastTry() {
      return lastTry.checked;
    },
    takePin() {
      const { value } = pin;
      pin.value = '';
      return value;
    },
    askLastTry() {
      lastTryPlace.hidden = false;
      lastTry.focus();
    },
  };
}

function fieldOf(id: string, label: string, hintId: string, hint: string, control: HTMLElement): HTMLElement {
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    el('p', { class: 'hint', id: hintId }, hint),
    control,
  );
}
