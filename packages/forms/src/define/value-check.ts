import type { CheckOptions, CheckResult } from '@kcc/validators';
import type { ValueCheck } from './field.ts';

/**
 * Makes a field's check from a check of `@kcc/validators` or of the same shape.
 *
 * @param id stable name, listed in the JSON Schema
 * @param title what is checked, zh-TW
 * @param check a function of text
 */
export function textCheck(
  id: string,
  title: string,
  check: (value: string, options: CheckOptions) => CheckResult,
): ValueCheck {
  return {
    id,
    title,
    check(value, context) {
      if (typeof value !== 'string') return { value, issues: [] };
      const result = check(value, context);
      return { value: result.value === '' ? value : result.value, issues: result.issues };
    },
  };
}

/** Checks each entry of a list with a check of one value; issue paths get the entry's place. */
export function eachOf(inner: ValueCheck): ValueCheck {
  return {
    id: `${inner.id}-list`,
    title: `每一筆：${inner.title}`,
    check(value, context) {
      if (!Array.isArray(value)) return { value, issues: [] };
      const checked = value.map((entry) => inner.check(entry, context));
      return {
        value: checked.map((entry) => entry.value),
        issues: checked.flatMap(({ issues }, place) =>
          issues.map((issue) => ({ ...issue, path: `/${place}${issue.path}` })),
        ),
      };
    },
  };
}

/** Checks the named parts of an object value; issue paths get the part's name. */
export function partsOf(id: string, title: string, parts: Readonly<Record<string, ValueCheck>>): ValueCheck {
  return {
    id,
    title,
    check(value, context) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value, issues: [] };
      const entries = Object.entries(value).map(([name, part]) => {
        const checked = part === undefined ? undefined : parts[name]?.check(part, context);
        const issues = checked?.issues.map((issue) => ({ ...issue, path: `/${name}${issue.path}` })) ?? [];
        return { name, part: checked ? checked.value : part, issues };
      });
      return {
        value: Object.fromEntries(entries.map(({ name, part }) => [name, part])),
        issues: entries.flatMap(({ issues }) => issues),
      };
    },
  };
}
