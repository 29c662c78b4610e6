import { formatRocDate, isIsoDate } from '@kcc/validators';
import { z } from 'zod';
import { address } from '../fields/address.ts';
import { formatAddress } from '../fields/address-text.ts';
import type { FieldView } from './field-view.ts';

const addressValue = address.partial();

/** A value in words for the check-your-answers page; secrets as dots. */
export function showValue(
  { widget, secret, choices }: Pick<FieldView, 'widget' | 'secret' | 'choices'>,
  value: unknown,
): string {
  if (value === undefined || value === null || value === '') return '（未填）';
  if (secret) return '••••••（不顯示、不儲存）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (widget === 'address') {
    const parsed = addressValue.safeParse(value, { jitless: true });
    return parsed.success ? formatAddress(withoutUndefined(parsed.data)) : '（格式不對）';
  }
  const text = z.coerce.string().parse(value);
  if (widget === 'roc-date' && isIsoDate(text)) return formatRocDate(text, 'short');
  return choices?.find((choice) => choice.value === text)?.label ?? text;
}

function withoutUndefined<T extends object>(value: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  // Entries without undefined are exactly the type named.
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
