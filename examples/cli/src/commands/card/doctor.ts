import type { Check } from '@kcc/xca-card/doctor';
import type { Command, Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { DRIVER_OPTIONS, DRIVER_USAGE, openDriver } from './driver.ts';
import { textOf } from './texts.ts';

const MARKS = new Map<boolean | null, string>([
  [true, '✔'],
  [false, '✘'],
  [null, '？'],
]);

/** `card doctor`: what stands between this machine and its card, each with advice; asks for no PIN. */
export const doctorCommand: Command = {
  path: ['card', 'doctor'],
  summary: { zh: '檢查模組、元件、讀卡機、卡片與時間', en: 'check module, service, reader, card and clock' },
  usage: `[--clock URL] ${DRIVER_USAGE}`,
  options: { ...DRIVER_OPTIONS, clock: { type: 'string' } },
  args: [0, 0],
  run: async (context, _args, options) => {
    const { examine, gatherFacts } = await import('@kcc/xca-card/doctor');
    const soft = (textOf(options, 'driver') ?? (textOf(options, 'store') && 'soft')) === 'soft';
    const own = soft ? await openDriver(context, options) : undefined;
    try {
      const module = textOf(options, 'module');
      const url = textOf(options, 'url');
      const clock = textOf(options, 'clock');
      const facts = await gatherFacts({
        pkcs11: module === undefined ? {} : { module },
        hipki: url === undefined ? {} : { url },
        now: context.now,
        ...(own === undefined ? {} : { driver: own }),
        ...(clock === undefined ? {} : { reference: () => serverTime(clock) }),
      });
      return answer(context, examine(facts));
    } finally {
      await own?.close();
    }
  },
};

function answer(context: Context, found: readonly Check[]) {
  const lang = context.lang === 'en' ? 'en' : 'zh';
  const checks = found.map(({ id, ok, found: seen, advice }) => ({
    id,
    ok,
    found: seen[lang],
    advice: advice[lang],
  }));
  const lines = checks.map(({ id, ok, found: seen, advice }) => {
    const line = `${MARKS.get(ok) ?? ''} ${id}：${seen}`;
    return advice === '' ? line : `${line}\n    → ${advice}`;
  });
  const exitCode = checks.some(({ ok }) => ok === false) ? (3 as const) : (0 as const);
  return { json: { checks }, text: lines.join('\n'), exitCode };
}

/** The time of a web server, from its `Date` header; to the second. */
async function serverTime(url: string): Promise<Date> {
  const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) });
  const date = new Date(response.headers.get('date') ?? '');
  if (Number.isNaN(date.getTime()))
    throw new CliError('CLOCK_UNKNOWN', 'remote', `${url} 沒有回報時間`, { url });
  return date;
}
