import { escapeMarkup } from '../../../sheet/escape.ts';
import type { FieldView, PageView } from '../../../view/field-view.ts';
import { fieldHtml } from './field-html.ts';
import { fieldId } from './ids.ts';

/** Where a page stands in its form. */
export interface PagePlace {
  readonly formTitle: string;
  readonly index: number;
  readonly count: number;
  /** True after 「下一步」 found errors: the summary is shown. */
  readonly refused: boolean;
}

/** One page of a form: one topic, its fields, 「上一步」 and 「下一步」. */
export function pageHtml(page: PageView, place: PagePlace): string {
  const back =
    place.index === 0 ? '' : '<button type="button" class="back" data-action="back">上一步</button>';
  const intro = page.intro === undefined ? '' : `<p class="intro">${escapeMarkup(page.intro)}</p>`;
  return (
    `${back}<form novalidate data-page="${page.id}">${place.refused ? errorSummaryHtml(page.fields) : ''}` +
    `<p class="caption">${escapeMarkup(place.formTitle)}　第 ${place.index + 1} 步，共 ${place.count} 步</p>` +
    `<h1 tabindex="-1">${escapeMarkup(page.title)}</h1>${intro}${page.fields.map(fieldHtml).join('')}` +
    '<button type="submit" class="main">下一步</button></form>'
  );
}

/** The list of what is wrong, each a link to its field; it takes the focus when a page is refused. */
export function errorSummaryHtml(fields: readonly FieldView[]): string {
  const items = fields
    .filter(({ asked, error }) => asked && error !== undefined)
    .map(
      ({ path, label, error = '' }) =>
        `<li><a href="#${fieldId(path)}">${escapeMarkup(label)}：${escapeMarkup(error)}</a></li>`,
    );
  if (items.length === 0) return '';
  return (
    '<div class="summary" role="alert" tabindex="-1" aria-labelledby="summary-title">' +
    `<h2 id="summary-title">有 ${items.length} 個地方要修正</h2><ul>${items.join('')}</ul></div>`
  );
}
