import { isCardError } from '@kcc/xca-card';
import { PaperFailure } from '../papers/server-pdf.ts';

/** What to do next, beside the message of the error itself. */
const NEXT: Readonly<Record<string, string>> = {
  SERVICE_UNREACHABLE: '請確認已安裝並啟動 HiPKI 跨平台網頁元件；開發時可執行 npm run signer。',
  POPUP_BLOCKED: '請在網址列允許本站開啟彈出視窗，再按一次。',
  USER_CANCELLED: '沒有簽章，文件沒有改變。',
  PIN_INCORRECT: '請確認後再輸入；連續錯誤會鎖卡。',
};

/** Why something was not done, in words for the person. */
export function sayFailure(error: unknown): string {
  if (error instanceof PaperFailure) return error.message;
  if (isCardError(error)) return [error.message, NEXT[error.code] ?? ''].join('');
  return `沒有完成：${error instanceof Error ? error.message : '不明的原因'}`;
}
