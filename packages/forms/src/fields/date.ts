import { checkRocDate } from '@kcc/validators';
import { z } from 'zod';
import type { ValueCheck } from '../define/field.ts';
import { textCheck } from '../define/value-check.ts';

/** Shape of a stored date: ISO text. */
export const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const rocText = textCheck('roc-date', '日期存在，以民國年書寫者換算為西元', checkRocDate);

/** A day: ISO text as it is stored, or any way a ROC date is written. */
export const dateCheck: ValueCheck = {
  ...rocText,
  check(value, context) {
    if (typeof value !== 'string') return { value, issues: [] };
    if (!isoDate.safeParse(value).success) {
      return context.mode === 'strict' ? { value, issues: [] } : rocText.check(value, context);
    }
    const checked = rocText.check(value, context);
    return { value, issues: checked.issues.filter(({ severity }) => severity === 'error') };
  },
};
