import { escapeMarkup } from '../../../sheet/escape.ts';
import type { FieldView } from '../../../view/field-view.ts';
import { listText } from '../../../view/list-text.ts';
import { addressHtml } from './address-html.ts';
import { describedBy, hintAndError } from './hint-html.ts';
import { fieldId } from './ids.ts';

/** One field with its label, hint and error. */
export function fieldHtml(view: FieldView): string {
  if (!view.asked) return '';
  if (view.widget === 'address') return addressHtml(view);
  if (view.widget === 'radio') return radioHtml(view);
  if (view.widget === 'checkbox') return checkboxHtml(view);
  return wrapped(view, `${labelHtml(view)}${hintAndError(view)}${controlHtml(view)}`);
}

function wrapped(view: FieldView, inner: string): string {
  return `<div class="field${view.error === undefined ? '' : ' wrong'}">${inner}</div>`;
}

function labelHtml(view: FieldView): string {
  return `<label for="${fieldId(view.path)}">${escapeMarkup(view.label)}${optionalMark(view)}</label>`;
}

export function optionalMark({ required }: FieldView): string {
  return required ? '' : '<span class="optional">（選填）</span>';
}

function controlHtml(view: FieldView): string {
  const { path, widget, value, inputMode, autocomplete, secret } = view;
  const shared = `id="${fieldId(path)}" name="${path}"${describedBy(view)}`;
  if (widget === 'case-numbers') {
    return `<textarea ${shared} rows="3" inputmode="text">${escapeMarkup(listText(value))}</textarea>`;
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const attributes = [
    `type="${secret ? 'password' : 'text'}"`,
    `autocomplete="${secret ? 'off' : (autocomplete ?? 'off')}"`,
    ...(inputMode ? [`inputmode="${inputMode}"`] : []),
    // A secret is never written into the page.
    `value="${secret ? '' : escapeMarkup(text)}"`,
  ];
  return `<input ${shared} ${attributes.join(' ')}>`;
}

function radioHtml(view: FieldView): string {
  const { path, label, choices = [], value } = view;
  const options = choices.map((choice, place) => {
    const id = place === 0 ? fieldId(path) : `${fieldId(path)}-${place}`;
    const checked = choice.value === value ? ' checked' : '';
    return (
      `<div class="choice"><input type="radio" id="${id}" name="${path}" value="${escapeMarkup(choice.value)}"${checked}>` +
      `<label for="${id}">${escapeMarkup(choice.label)}</label></div>`
    );
  });
  const legend = `<legend>${escapeMarkup(label)}${optionalMark(view)}</legend>`;
  return wrapped(
    view,
    `<fieldset${describedBy(view)}>${legend}${hintAndError(view)}${options.join('')}</fieldset>`,
  );
}

function checkboxHtml(view: FieldView): string {
  const { path, label, value } = view;
  const checked = value === true || value === 'true' ? ' checked' : '';
  const box =
    `<div class="choice"><input type="checkbox" id="${fieldId(path)}" name="${path}" value="true"${checked}${describedBy(view)}>` +
    `<label for="${fieldId(path)}">${escapeMarkup(label)}${optionalMark(view)}</label></div>`;
  return wrapped(view, `${hintAndError(view)}${box}`);
}
