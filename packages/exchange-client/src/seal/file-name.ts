import { ExchangeError } from '../exchange-error.ts';

const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$/i;
const MAX_BYTES = 255;

/**
 * Refuses a file name that would not be the same plain file on every system.
 *
 * @throws {@link ExchangeError} FILE_NAME_REFUSED
 */
export function requireFileName(name: string): string {
  const reason = refusal(name);
  if (reason !== undefined)
    throw new ExchangeError('FILE_NAME_REFUSED', { details: { name: printable(name), reason } });
  return name;
}

/** Refuses names that would fall on the same file where letter case does not count. */
export function requireDistinctNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = requireFileName(name).toLowerCase();
    if (seen.has(key))
      throw new ExchangeError('FILE_NAME_REFUSED', { details: { name, reason: '檔名重複' } });
    seen.add(key);
  }
}

function refusal(name: string): string | undefined {
  if (name === '') return '空白';
  if (name !== name.normalize('NFC')) return '不是 NFC 正規化形式';
  if (/[\\/:*?"<>|\u0000-\u001f\u007f]/.test(name)) return '含有路徑或控制字元';
  if (/[\u202a-\u202e\u2066-\u2069\ufeff]/.test(name)) return '含有隱藏的方向字元';
  if (name.startsWith('.') || /[. ]$/.test(name) || name.startsWith(' ')) return '開頭或結尾不可為點或空白';
  if (RESERVED.test(name)) return '系統保留名稱';
  if (new TextEncoder().encode(name).length > MAX_BYTES) return `超過 ${MAX_BYTES} 位元組`;
  return undefined;
}

function printable(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '\ufffd').slice(0, 100);
}
