import { button, el, hidden } from '../dom.ts';
import type { Shown } from './check.ts';

const WORDS = { error: '錯誤', warning: '提醒', info: '參考' } as const;

export interface FindingsActions {
  /** Where a finding stands, in words. */
  placeOf(shown: Shown): string;
  goTo(shown: Shown): void;
  fix(shown: Shown): void;
  fixAll(): void;
}

/** One line about the whole list. */
export function summaryOf(found: readonly Shown[]): string {
  const count = (severity: Shown['severity']) => found.filter((each) => each.severity === severity).length;
  if (found.length === 0) return '沒有發現問題';
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${WORDS[severity]} ${count(severity)} 項`)
    .join('、');
}

/** The list of what was found, each with its way to the place and, where there is one, its fix. */
export function findingsList(found: readonly Shown[], actions: FindingsActions): HTMLElement {
  const safe = found.filter(({ fix }) => fix?.safe === true);
  const all =
    safe.length < 2
      ? []
      : [button(`一次修正 ${safe.length} 項不影響文意的`, actions.fixAll, { class: 'second' })];
  const items = found.map((shown) => findingOf(shown, actions));
  return el('div', {}, ...all, el('ul', { class: 'findings' }, ...items));
}

function findingOf(shown: Shown, actions: FindingsActions): HTMLElement {
  const { severity, message, source, fix, code, edits } = shown;
  const place = actions.placeOf(shown);
  const about = hidden(`：${message}`);
  const go = button(place === '' ? '前往' : `前往「${place}」`, () => actions.goTo(shown), { class: 'link' });
  go.append(about.cloneNode(true));
  const buttons: HTMLElement[] = [go];
  if (fix !== undefined && edits !== undefined) {
    const { replacement } = fix;
    const text =
      replacement === undefined || replacement === '' || replacement.length > 24
        ? '修正'
        : `改成「${replacement}」`;
    const mend = button(text, () => actions.fix(shown), { class: 'small', title: fix.label });
    mend.append(about);
    buttons.unshift(mend);
  }
  return el(
    'li',
    { class: `finding ${severity}` },
    el('p', { class: 'what' }, el('strong', { class: 'badge' }, WORDS[severity]), ` ${message}`),
    ...(source === undefined ? [] : [el('p', { class: 'source' }, `依據：${source}（${code}）`)]),
    el('p', { class: 'buttons' }, ...buttons),
  );
}
