import type { CheckOptions, Issue, Level, ValueKind } from '@kcc/validators';

/** What `value check` prints for one text; a secret is in none of its parts. */
export interface CheckedValue {
  readonly kind: string;
  readonly input: string;
  readonly ok: boolean;
  readonly level: Level;
  readonly value: string;
  readonly issues: readonly Issue[];
  /** True when input and value are left out because they are secret. */
  readonly secret?: true;
}

/** Checks one text. */
export function checkValue(
  kind: string,
  entry: ValueKind,
  input: string,
  options: CheckOptions,
): CheckedValue {
  const { ok, level, value, issues } = entry.check(input, options);
  // What may be a card number is not handed back by its check; it is not shown as input either.
  const hidden = entry.secret === true || issues.some(({ code }) => code === 'AMOUNT_CARD_NUMBER');
  return { kind, input: hidden ? '' : input, ok, level, value, issues, ...(hidden && { secret: true }) };
}
