import type { CheckedForm } from '../../../define/check.ts';
import type { Form } from '../../../define/form.ts';
import { valueAt } from '../../../define/paths.ts';
import { escapeMarkup } from '../../../sheet/escape.ts';
import type { BoxView, FieldView, PageView } from '../../../view/field-view.ts';
import { showValue } from '../../../view/show-value.ts';
import { errorSummaryHtml } from './page-html.ts';

/** 「檢查您的答案」: every answer with a way back to it, then what to do on paper, then printing and saving. */
export function reviewHtml(form: Form, pages: readonly PageView[], checked: CheckedForm): string {
  const fields = pages.flatMap((page) => page.fields);
  const sections = pages.map((page, index) => sectionHtml(page, index, checked)).join('');
  const printable = form.outputs.sheet !== undefined || form.outputs.letter !== undefined;
  const print = printable
    ? `<button type="button" class="main" data-action="print"${checked.ok ? '' : ' disabled'}>列印表單</button>`
    : '';
  return (
    '<button type="button" class="back" data-action="back">上一步</button>' +
    `${errorSummaryHtml(fields)}<p class="caption">${escapeMarkup(form.title)}</p>` +
    `<h1 tabindex="-1">檢查您的答案</h1>${sections}${boxesHtml(boxesOf(form))}${marksHtml(form)}` +
    `<div class="actions">${print}<button type="button" class="second" data-action="save">下載資料檔</button></div>` +
    '<div class="field"><div class="choice"><input type="checkbox" id="keep-personal">' +
    '<label for="keep-personal">資料檔也包含聯絡人資料（個人資料，請妥善保管）</label></div></div>'
  );
}

function sectionHtml(page: PageView, index: number, checked: CheckedForm): string {
  const rows = page.fields.filter(({ asked }) => asked).map((field) => rowHtml(field, checked));
  const change =
    `<button type="button" class="link" data-action="go" data-index="${index}">更改` +
    `<span class="hidden">${escapeMarkup(page.title)}</span></button>`;
  return `<section><h2>${escapeMarkup(page.title)}</h2>${change}<dl>${rows.join('')}</dl></section>`;
}

function rowHtml(field: FieldView, checked: CheckedForm): string {
  const value = valueAt(checked.value, field.path) ?? field.value;
  const remarks = field.issues.map(({ severity, message }) => {
    const lead = severity === 'error' ? '錯誤：' : '請留意：';
    return `<p class="${severity === 'error' ? 'error' : 'notice'}">${lead}${escapeMarkup(message)}</p>`;
  });
  return (
    `<div class="row"><dt>${escapeMarkup(field.label)}</dt>` +
    `<dd>${escapeMarkup(showValue(field, value))}${remarks.join('')}</dd></div>`
  );
}

function boxesOf(form: Form): BoxView[] {
  return Object.values(form.sections).flatMap(({ fields }) =>
    Object.values(fields).flatMap((field): BoxView[] =>
      field.filledBy === 'applicant'
        ? []
        : [{ label: field.label, filledBy: field.filledBy, ...(field.hint && { hint: field.hint }) }],
    ),
  );
}

function boxesHtml(boxes: readonly BoxView[]): string {
  const list = (entries: readonly BoxView[]) =>
    entries
      .map(({ label, hint }) => `<li>${escapeMarkup(label)}${hint ? `：${escapeMarkup(hint)}` : ''}</li>`)
      .join('');
  const seals = boxes.filter(({ filledBy }) => filledBy === 'seal');
  const office = boxes.filter(({ filledBy }) => filledBy === 'office');
  return [
    ...(seals.length === 0 ? [] : [`<section><h2>列印後要蓋的印章</h2><ul>${list(seals)}</ul></section>`]),
    ...(office.length === 0 ? [] : [`<section><h2>請勿填寫的欄位</h2><ul>${list(office)}</ul></section>`]),
  ].join('');
}

function marksHtml(form: Form): string {
  if (form.marks.length === 0) return '';
  const items = form.marks.map(({ note }) => `<li>${escapeMarkup(note)}</li>`).join('');
  return `<section><h2>送出前請核對</h2><ul>${items}</ul></section>`;
}
