import type { Level } from '@kcc/validators';
import type { Context } from '../../frame/command.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import type { CheckedValue } from './checked-value.ts';

const LEVELS = {
  ok: { zh: '正確', en: 'good' },
  info: { zh: '正確，有提示', en: 'good, with a note' },
  warning: { zh: '請確認', en: 'please check' },
  error: { zh: '錯誤', en: 'wrong' },
} as const satisfies Readonly<Record<Level, { readonly zh: string; readonly en: string }>>;

/** One checked value as text for people: what it is and became, then its issues, one a line. */
export async function describeCheck(
  { input, secret, level, value, issues }: CheckedValue,
  { lang }: Pick<Context, 'lang'>,
): Promise<string> {
  const zh = lang === 'zh-TW';
  const shown = secret ? (zh ? '（不顯示）' : '(not shown)') : input;
  const became = value && value !== input ? ` → ${value}` : '';
  const verdict = zh ? `：${LEVELS[level].zh}` : `: ${LEVELS[level].en}`;
  return [shown + became + verdict, ...(await issueLines({ lang }, issues))].join('\n');
}
