import { formatRocDate } from '@kcc/validators';

/** A day as the 申請書 prints it: `民國 108年 10月 07日`; empty boxes for none. */
export function formatSpacedRocDate(iso: string | undefined): string {
  if (iso === undefined) return '民國　　年　　月　　日';
  const [year = '', month = '', day = ''] = formatRocDate(iso, 'slash').split('/');
  return `民國 ${Number(year)}年 ${month}月 ${day}日`;
}
