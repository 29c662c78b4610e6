import { districts, withOfficialTai } from '@kcc/validators';
import { addressParts } from '../../../fields/address.ts';
import { escapeMarkup } from '../../../sheet/escape.ts';
import type { FieldView } from '../../../view/field-view.ts';
import { describedBy, hintAndError } from './hint-html.ts';
import { fieldId } from './ids.ts';

/** An address: county and district chosen from lists, postal code and the rest typed. */
export function addressHtml(view: FieldView): string {
  const parts = partsOf(view.value);
  const optional = view.required ? '' : '<span class="optional">（選填）</span>';
  const controls = addressParts.map(({ name, label, inputMode, autocomplete }) => {
    const path = `${view.path}/${name}`;
    const id = name === 'postalCode' ? fieldId(view.path) : fieldId(path);
    const options = optionsFor(name, parts);
    const control =
      options === undefined
        ? `<input id="${id}" name="${path}" type="text" inputmode="${inputMode}" autocomplete="${autocomplete}" value="${escapeMarkup(parts[name] ?? '')}">`
        : selectHtml(id, path, autocomplete, options, parts[name] ?? '');
    return `<div class="part ${name}"><label for="${id}">${label}</label>${control}</div>`;
  });
  const legend = `<legend>${escapeMarkup(view.label)}${optional}</legend>`;
  const wrong = view.error === undefined ? '' : ' wrong';
  return (
    `<div class="field${wrong}"><fieldset${describedBy(view)}>${legend}${hintAndError(view)}` +
    `<div class="address">${controls.join('')}</div></fieldset></div>`
  );
}

/** The lists of the two selects; other parts are typed. */
function optionsFor(name: string, parts: Readonly<Record<string, string>>): string[] | undefined {
  if (name === 'county') return [...districts.keys()];
  if (name !== 'district') return undefined;
  return [...(districts.get(withOfficialTai(parts.county ?? ''))?.keys() ?? [])];
}

function selectHtml(
  id: string,
  path: string,
  autocomplete: string,
  options: readonly string[],
  value: string,
): string {
  const official = withOfficialTai(value);
  // A value that is in no list, from older data, stays choosable: nothing that was given is lost.
  const all = value === '' || options.includes(official) ? options : [value, ...options];
  const items = all.map((option) => {
    const selected = option === official || option === value ? ' selected' : '';
    return `<option value="${escapeMarkup(option)}"${selected}>${escapeMarkup(option)}</option>`;
  });
  return `<select id="${id}" name="${path}" autocomplete="${autocomplete}"><option value="">請選擇</option>${items.join('')}</select>`;
}

/** The parts of an address as texts. */
export function partsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
