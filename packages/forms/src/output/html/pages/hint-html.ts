import { escapeMarkup } from '../../../sheet/escape.ts';
import type { FieldView } from '../../../view/field-view.ts';
import { fieldId } from './ids.ts';

/** Hint and error above a control, in the order in which they are read out. */
export function hintAndError(view: FieldView): string {
  const { path, hint, error, issues } = view;
  const id = fieldId(path);
  const others = issues
    .filter(({ severity }) => severity !== 'error')
    .map(({ message }) => escapeMarkup(message));
  return [
    ...(hint === undefined ? [] : [`<p class="hint" id="${id}-hint">${escapeMarkup(hint)}</p>`]),
    ...(error === undefined
      ? []
      : [`<p class="error" id="${id}-error"><span class="hidden">錯誤：</span>${escapeMarkup(error)}</p>`]),
    ...(others.length === 0 ? [] : [`<p class="notice" id="${id}-notice">請留意：${others.join(' ')}</p>`]),
  ].join('');
}

/** The attributes that tie a control to its hint and error. */
export function describedBy({ path, hint, error, issues }: FieldView): string {
  const id = fieldId(path);
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
    ...(issues.some(({ severity }) => severity !== 'error') ? [`${id}-notice`] : []),
  ];
  const invalid = error === undefined ? '' : ' aria-invalid="true"';
  return `${ids.length === 0 ? '' : ` aria-describedby="${ids.join(' ')}"`}${invalid}`;
}
