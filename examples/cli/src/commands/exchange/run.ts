import type { TurnReport } from '@kcc/exchange-client';
import type { Command, CommandResult, Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { AGENT_OPTIONS, AGENT_USAGE, withEngine } from './with-engine.ts';

/** `exchange receive`: one turn, for a person who looks for mail. */
export const receiveCommand: Command = {
  path: ['exchange', 'receive'],
  summary: { zh: '收文一次：收取、驗證、登錄並回覆收文確認', en: 'receive once' },
  usage: AGENT_USAGE,
  options: AGENT_OPTIONS,
  args: [0, 0],
  run: (context, _args, options) =>
    withEngine(context, options, async ({ engine }) => turnResult(context, await engine.runOnce())),
};

/** `exchange run`: the agent. */
export const runCommand: Command = {
  path: ['exchange', 'run'],
  summary: { zh: '交換代理程式：發送、輪詢、重試、回執', en: 'the agent: sends, polls, retries, receipts' },
  usage: `[--once] [--workers N] ${AGENT_USAGE}`,
  options: { ...AGENT_OPTIONS, once: { type: 'boolean' }, workers: { type: 'string' } },
  args: [0, 0],
  run: (context, _args, options) =>
    withEngine(context, options, async ({ engine, home }) => {
      if (options.once === true) return turnResult(context, await engine.runOnce());
      const workers = Number(options.workers ?? 1);
      if (!Number.isInteger(workers) || workers < 1)
        throw new CliError('USAGE', 'usage', '--workers 須為正整數');
      const stop = new AbortController();
      const end = () => stop.abort();
      process.once('SIGINT', end).once('SIGTERM', end);
      context.note(`「${home.name}」的交換代理程式執行中，按 Ctrl-C 結束`);
      const total = { turns: 0 };
      await engine.run(stop.signal, {
        workers,
        onTurn: (report) => {
          total.turns += 1;
          const line = describe(report);
          if (line !== '') context.note(line);
        },
      });
      return { json: total, text: `已結束，共 ${total.turns} 輪` };
    }),
};

function turnResult(context: Context, report: TurnReport): CommandResult {
  for (const problem of report.problems) context.note(`${problem.where}：${problem.message}`);
  const remote = report.problems.length > 0;
  return {
    json: report,
    text: describe(report) || '沒有待處理的公文',
    ...(remote ? { exitCode: 5 as const } : {}),
  };
}

function describe(report: TurnReport): string {
  const parts: readonly (readonly [string, number])[] = [
    ['交換中心已收', report.accepted],
    ['收文', report.registered],
    ['重複', report.duplicates],
    ['擱置', report.parked],
    ['送出回執', report.noticesSent],
    ['收文確認', report.confirmed],
    ['退文', report.returned],
    ['失敗', report.failed],
    ['逾期', report.expired],
    ['不採認的回執', report.refusedNotices],
    ['問題', report.problems.length],
  ];
  return parts
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count}`)
    .join('、');
}
