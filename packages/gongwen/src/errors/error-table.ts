import type { ErrorRow } from './error-description.ts';
import { renderErrors } from './render-errors.ts';

/** Message, category and retryability of every coded error of this package; `error-guide.ts` has the rest. */
export const errorRows = {
  BIG5_MISSING: {
    zh: '這個執行環境沒有 Big5 編碼表，無法讀寫 Big5 公文',
    category: 'environment',
    retryable: false,
  },
  ...renderErrors,
} as const satisfies Readonly<Record<string, ErrorRow>>;

export type GongwenErrorCode = keyof typeof errorRows;
