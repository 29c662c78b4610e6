import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { AGENT_OPTIONS, AGENT_USAGE, withEngine } from './with-engine.ts';

/** `exchange folder watch`: serves a 公文管理系統 that exchanges by folders. */
export const folderWatchCommand: Command = {
  path: ['exchange', 'folder', 'watch'],
  summary: { zh: '資料夾介接：SND 取件發文、RCV 放置收文', en: 'serve a drop folder: SND out, RCV in' },
  usage: `--drop DIR [--once] [--stable-ms N] ${AGENT_USAGE}`,
  options: {
    ...AGENT_OPTIONS,
    drop: { type: 'string' },
    once: { type: 'boolean' },
    'stable-ms': { type: 'string' },
  },
  args: [0, 0],
  run: (context, _args, options) => {
    const { drop } = options;
    if (typeof drop !== 'string') throw new CliError('USAGE', 'usage', '請以 --drop DIR 指定介接資料夾');
    const stableMs = Number(options['stable-ms'] ?? 5000);
    if (!(stableMs >= 0)) throw new CliError('USAGE', 'usage', '--stable-ms 須為毫秒數');
    return withEngine(context, options, async ({ engine }) => {
      const { serveDropFolder } = await import('@kcc/exchange-client/folder');
      const folder = resolve(context.cwd, drop);
      const stop = new AbortController();
      const end = () => stop.abort();
      process.once('SIGINT', end).once('SIGTERM', end);
      const total = { sent: 0, received: 0, refused: 0 };
      for (;;) {
        const turn = await engine.runOnce();
        for (const problem of turn.problems) context.note(`${problem.where}：${problem.message}`);
        const report = await serveDropFolder(engine, folder, { stableMs });
        total.sent += report.sent.length;
        total.received += report.received.length;
        total.refused += report.refused.length;
        for (const { main, message } of report.refused) context.note(`${main}：${message}（移至 ERR）`);
        if (options.once === true) {
          if (report.sent.length > 0) await engine.runOnce();
          return {
            json: report,
            text: `發文 ${total.sent}、收文 ${total.received}、等待 ${report.waiting.length}、退件 ${total.refused}`,
          };
        }
        if (stop.signal.aborted) break;
        await pause(1000, undefined, { signal: stop.signal }).catch(() => undefined);
      }
      return {
        json: total,
        text: `已結束：發文 ${total.sent}、收文 ${total.received}、退件 ${total.refused}`,
      };
    });
  },
};
