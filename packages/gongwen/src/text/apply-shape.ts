import { parseRocDate } from '@kcc/validators';
import type {
  Field,
  Fields,
  MapShape,
  RecordShape,
  Shape,
  TextShape,
  VariantShape,
} from '../model/shape/shape.ts';
import type { DraftReport } from './draft-report.ts';
import type { Located, Place } from './located.ts';
import { suggest } from './suggest.ts';

const NAMES = { text: '文字', list: '清單', record: '一組欄位', none: '空白' } as const satisfies Record<
  Located['type'],
  string
>;

/**
 * Turns a draft's value into the model's, filling what may be left out and reporting what does not fit.
 *
 * @returns undefined when the value is absent or of another shape; the report says which.
 */
export function applyShape(value: Located, shape: Shape, path: string, report: DraftReport): unknown {
  switch (shape.type) {
    case 'text':
      return applyText(value, shape, path, report);
    case 'list':
      return applyList(value, shape.of, path, report);
    case 'map':
      return applyMap(value, shape, path, report);
    case 'record':
      return applyRecord(value, shape, path, report);
    case 'variant':
      return applyVariant(value, shape, path, report);
  }
}

function wrongType(value: Located, expected: string, path: string, report: DraftReport): undefined {
  report.add('DRAFT_TYPE', path, value.place, { expected, found: NAMES[value.type] });
  return undefined;
}

function applyText(value: Located, shape: TextShape, path: string, report: DraftReport): string | undefined {
  if (value.type !== 'text') return wrongType(value, NAMES.text, path, report);
  const text = value.value;
  if (shape.values && !shape.values.includes(text)) {
    report.add('DRAFT_VALUE', path, value.place, { value: text, allowed: shape.values.join('、') });
  }
  if (!shape.date) return text;
  const iso = parseRocDate(text)?.iso;
  if (iso === undefined) report.add('DRAFT_DATE', path, value.place, { value: text });
  return iso;
}

function applyList(value: Located, of: Shape, path: string, report: DraftReport): unknown[] | undefined {
  if (value.type !== 'list') return wrongType(value, NAMES.list, path, report);
  return value.items.map((item, index) => applyShape(item, of, `${path}/${index}`, report));
}

function applyMap(value: Located, _shape: MapShape, path: string, report: DraftReport): unknown {
  if (value.type !== 'record') return wrongType(value, NAMES.record, path, report);
  const entries = [...value.entries].map(([key, entry]) => {
    return [key, applyText(entry.value, { type: 'text' }, `${path}/${key}`, report)] as const;
  });
  return Object.fromEntries(entries);
}

function applyVariant(value: Located, shape: VariantShape, path: string, report: DraftReport): unknown {
  if (value.type === 'text' && shape.shorthand) return shape.shorthand(value.value);
  if (value.type !== 'record') return wrongType(value, NAMES.record, path, report);
  const tag = value.entries.get(shape.tag)?.value;
  const written = tag?.type === 'text' ? tag.value : shape.fallback;
  const chosen = written === undefined ? undefined : shape.cases[written];
  if (written === undefined || !chosen) {
    const allowed = Object.keys(shape.cases).join('、');
    report.add('DRAFT_VALUE', `${path}/${shape.tag}`, tag?.place ?? value.place, {
      value: written ?? '',
      allowed,
    });
    return undefined;
  }
  const entries = new Map(value.entries).set(shape.tag, { value: { type: 'text', value: written } });
  return applyRecord({ ...value, entries }, chosen, path, report);
}

function applyRecord(
  value: Located,
  shape: RecordShape,
  path: string,
  report: DraftReport,
): object | undefined {
  if (value.type === 'text' && shape.shorthand) return shape.shorthand(value.value);
  if (value.type !== 'record') return wrongType(value, NAMES.record, path, report);
  const fields = shape.fields();
  reportUnknown(value, fields, path, report);
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const own = applyField(value.entries.get(key)?.value, field, key, { path, place: value.place }, report);
    if (own !== undefined) result[key] = own;
  }
  return result;
}

function applyField(
  value: Located | undefined,
  field: Field,
  key: string,
  owner: { readonly path: string; readonly place: Place | undefined },
  report: DraftReport,
): unknown {
  const path = `${owner.path}/${key}`;
  if (value !== undefined && value.type !== 'none') return applyShape(value, field.shape, path, report);
  if (field.required) report.add('DRAFT_FIELD_MISSING', path, value?.place ?? owner.place, { key });
  return field.fallback?.();
}

function reportUnknown(
  value: Extract<Located, { type: 'record' }>,
  fields: Fields,
  path: string,
  report: DraftReport,
): void {
  const known = Object.keys(fields);
  for (const [key, { place }] of value.entries) {
    if (Object.hasOwn(fields, key)) continue;
    const near = suggest(key, known);
    report.add('DRAFT_FIELD_UNKNOWN', `${path}/${key}`, place, {
      key,
      hint: near ? `；是不是「${near}」？` : '',
    });
  }
}
