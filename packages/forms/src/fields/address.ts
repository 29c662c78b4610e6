import { type CheckOptions, checkPostalCode } from '@kcc/validators';
import { z } from 'zod';
import type { CheckedValue, ValueCheck, ValueContext } from '../define/field.ts';
import { formIssue } from '../define/issue.ts';
import { partsOf, textCheck } from '../define/value-check.ts';
import { remarkCheck } from './name.ts';

/** 地址: 郵遞區號, 縣市, 鄉鎮市區 and the rest. */
export const address = z.strictObject({
  postalCode: z.string().regex(/^(\d{3}|\d{5}|\d{6})$/),
  county: z.string().min(1).max(10),
  district: z.string().min(1).max(10),
  street: z.string().min(1).max(60),
});

export type Address = z.infer<typeof address>;

/** The four parts in the order of the form, with their labels. */
export const addressParts = [
  { name: 'postalCode', label: '郵遞區號', inputMode: 'numeric', autocomplete: 'postal-code' },
  { name: 'county', label: '縣市', inputMode: 'text', autocomplete: 'address-level1' },
  { name: 'district', label: '鄉鎮市區', inputMode: 'text', autocomplete: 'address-level2' },
  { name: 'street', label: '村里、路街、門牌', inputMode: 'text', autocomplete: 'address-line1' },
] as const satisfies readonly {
  name: keyof Address;
  label: string;
  inputMode: string;
  autocomplete: string;
}[];

/** R13: county and district are chosen beside the street and must not be written again in it. */
export const addressCheck: ValueCheck = {
  id: 'address',
  title: '郵遞區號存在並與縣市、鄉鎮市區相符；後面的地址不重覆縣市與鄉鎮市區',
  check(value: unknown, context: ValueContext): CheckedValue {
    const place = placeOf(value);
    const parts = partsOf('address-parts', '地址各部分', {
      postalCode: textCheck('postal-code', '郵遞區號存在', (text, options: CheckOptions) =>
        checkPostalCode(text, { ...options, ...place }),
      ),
      county: remarkCheck,
      district: remarkCheck,
      street: remarkCheck,
    });
    const checked = parts.check(value, context);
    const parsed = address.safeParse(checked.value, { jitless: true });
    const repeated = parsed.success ? repeatedPart(parsed.data) : undefined;
    if (repeated === undefined) return checked;
    const issue = formIssue('ADDRESS_REPEATS', '/street', {
      severity: 'warning',
      params: { repeated },
      source: 'R13',
    });
    return { value: checked.value, issues: [...checked.issues, issue] };
  },
};

/** County and district of whatever was given, for the look-up of the postal code. */
function placeOf(value: unknown): { county?: string; district?: string } {
  const parsed = z.object({ county: z.string(), district: z.string() }).safeParse(value, { jitless: true });
  return parsed.success ? parsed.data : {};
}

const unify = (text: string): string => text.replaceAll('台', '臺');

function repeatedPart({ county, district, street }: Address): string | undefined {
  const rest = unify(street);
  return [county, district].find((part) => rest.startsWith(unify(part)));
}
