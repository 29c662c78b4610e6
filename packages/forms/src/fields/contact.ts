import { checkEmail, checkPhone, tidyText } from '@kcc/validators';
import { z } from 'zod';
import type { ValueCheck } from '../define/field.ts';
import { textCheck } from '../define/value-check.ts';

/** 電話、傳真, with area code; an extension stands at the end. */
export const phone = z.string().min(4).max(40);

const numberInUse = textCheck('phone', '電話含區域號碼，符合編碼計畫', checkPhone);

/** The number is looked up in its international form but printed as the person wrote it. */
export const phoneCheck: ValueCheck = {
  ...numberInUse,
  check(value, context) {
    const { issues } = numberInUse.check(value, context);
    return {
      value: typeof value === 'string' && context.mode === 'lenient' ? tidyText(value) : value,
      issues,
    };
  },
};

/** 電子郵件信箱: one address. */
export const email = z
  .string()
  .min(6)
  .max(120)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
export const emailCheck = textCheck('email', '電子郵件信箱為單一且完整的位址', checkEmail);
