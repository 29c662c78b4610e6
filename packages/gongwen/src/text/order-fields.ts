import type { Shape } from '../model/shape/shape.ts';

/** The same value with its fields in the order of the shape and without empty lists that the shape fills in itself. */
export function orderFields(value: unknown, shape: Shape): unknown {
  if (Array.isArray(value)) {
    return shape.type === 'list' ? value.map((item) => orderFields(item, shape.of)) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (shape.type === 'variant') {
    const tag: unknown = Reflect.get(value, shape.tag);
    const chosen = typeof tag === 'string' ? shape.cases[tag] : undefined;
    return chosen ? orderFields(value, chosen) : value;
  }
  if (shape.type !== 'record') return value;
  const ordered: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape.fields())) {
    const own: unknown = Reflect.get(value, key);
    if (own === undefined || (isEmptyList(own) && isEmptyList(field.fallback?.()))) continue;
    ordered[key] = orderFields(own, field.shape);
  }
  return ordered;
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
