import { formatRocDate, isIsoDate } from '@kcc/validators';
import type { FormField, InputField } from '../../define/field.ts';
import type { Form } from '../../define/form.ts';
import { type Draft, fieldsOf, valueAt } from '../../define/paths.ts';
import { address, addressParts } from '../../fields/address.ts';
import { formatAddress } from '../../fields/address-text.ts';

/** Characters of a code that have a tag of their own: `{applicant.code.1}` … `{applicant.code.25}`. */
const MOST_BOXES = 25;

/**
 * The texts for the tags of a template: `section.field`, the parts of an address (`section.field.county`), the parts of a
 * date (`section.field.year`, in ROC years), one character of a code (`section.field.1`), a choice that is ticked
 * (`section.field.正卡` gives ■ or □). Seal and office boxes give an empty text, and so do secrets unless asked for.
 *
 * @param form the form the template belongs to
 * @param data checked data
 * @param includeSecrets prints secrets, where the form is the paper that is made for them
 */
export function templateValues(
  form: Form,
  data: Draft,
  includeSecrets: boolean,
): ReadonlyMap<string, string> {
  return new Map(
    fieldsOf(form).flatMap(({ path, section, name, field }) => {
      const printed = includeSecrets && form.printsSecrets === true;
      const hidden = field.filledBy === 'applicant' && field.secret === true && !printed;
      return entriesOf(`${section}.${name}`, field, hidden ? undefined : valueAt(data, path));
    }),
  );
}

type Entries = (readonly [string, string])[];

function entriesOf(tag: string, field: FormField, value: unknown): Entries {
  if (field.filledBy !== 'applicant') return [[tag, '']];
  if (field.widget === 'address') return addressEntries(tag, value);
  if (field.widget === 'roc-date') return dateEntries(tag, value);
  if (field.choices) return choiceEntries(tag, field, value);
  if (field.widget === 'checkbox') return [[tag, value === true ? '■' : '□']];
  const text = Array.isArray(value) ? value.map(String).join('\n') : value === undefined ? '' : String(value);
  return [[tag, text], ...characterEntries(tag, field, text)];
}

function addressEntries(tag: string, value: unknown): Entries {
  const parsed = address.safeParse(value, { jitless: true });
  const parts = parsed.success ? parsed.data : undefined;
  return [
    [tag, formatAddress(parts)],
    ...addressParts.map(({ name }) => [`${tag}.${name}`, parts?.[name] ?? ''] as const),
  ];
}

function dateEntries(tag: string, value: unknown): Entries {
  const iso = typeof value === 'string' && isIsoDate(value) ? value : undefined;
  const [year = '', month = '', day = ''] = iso === undefined ? [] : formatRocDate(iso, 'slash').split('/');
  return [
    [tag, iso === undefined ? '' : formatRocDate(iso, 'short')],
    [`${tag}.year`, year.replace(/^0+/, '')],
    [`${tag}.month`, month],
    [`${tag}.day`, day],
  ];
}

function choiceEntries(tag: string, { choices = [] }: InputField, value: unknown): Entries {
  const ticks = choices.map(
    (choice) => [`${tag}.${choice.value}`, choice.value === value ? '■' : '□'] as const,
  );
  return [[tag, typeof value === 'string' ? value : ''], ...ticks];
}

function characterEntries(tag: string, { widget }: InputField, text: string): Entries {
  if (widget !== 'code' && widget !== 'case-number') return [];
  const characters = [...text];
  return Array.from(
    { length: MOST_BOXES },
    (_, place) => [`${tag}.${place + 1}`, characters[place] ?? ''] as const,
  );
}
