import type { InputField } from './field.ts';
import type { Form } from './form.ts';
import { type Draft, inputFieldsOf, valueAt, withValueAt } from './paths.ts';

/** What the values of a field are, found by trying its schema. */
export function valueType(field: InputField): 'boolean' | 'number' | 'list' | 'object' | 'text' {
  const takes = (value: unknown) => field.schema.safeParse(value, { jitless: true }).success;
  if (takes(true)) return 'boolean';
  if (takes(0) || takes(1)) return 'number';
  if (field.widget === 'case-numbers') return 'list';
  return field.widget === 'address' ? 'object' : 'text';
}

/**
 * Gives texts the types that a form's fields ask for, for data from a place that knows only texts, such as an HTML form
 * or YAML read without types: `true` → true, `420` → 420. Identifiers stay texts, so that no leading zero is lost.
 */
export function readTextValues(form: Form, data: Draft): Draft {
  return inputFieldsOf(form).reduce<Draft>((typed, { path, field }) => {
    const value = valueAt(typed, path);
    return typeof value === 'string' ? withValueAt(typed, path, fromText(field, value)) : typed;
  }, data);
}

function fromText(field: InputField, text: string): unknown {
  const type = valueType(field);
  if (type === 'boolean' && /^(true|false|on)$/.test(text)) return text !== 'false';
  if (type === 'number' && /^\d{1,9}$/.test(text)) return Number(text);
  if (type === 'list') return listFromText(text);
  return text;
}

/** Entries one a line or separated by commas; blanks and hyphens within an entry stay. */
export function listFromText(text: string): string[] {
  return text
    .split(/[,，、;；\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
