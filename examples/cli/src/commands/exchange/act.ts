import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { HOME_OPTIONS, HOME_USAGE, withDesk } from './home.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, withEngine } from './with-engine.ts';
import { arrivalLabel, deliveryJson } from './words.ts';

/** `exchange return`: 退文. */
export const returnCommand: Command = {
  path: ['exchange', 'return'],
  summary: { zh: '退文並附理由', en: 'return a letter with a reason' },
  usage: `ID --reason R [--from CODE] [--operator NAME] ${ENGINE_USAGE}`,
  options: {
    ...ENGINE_OPTIONS,
    reason: { type: 'string' },
    from: { type: 'string' },
    operator: { type: 'string' },
  },
  args: [1, 1],
  run: (context, [id = ''], options) => {
    const { reason, from, operator } = options;
    if (typeof reason !== 'string' || reason.trim() === '')
      throw new CliError('USAGE', 'usage', '請以 --reason 寫明理由');
    return withEngine(context, options, async ({ engine }) => {
      const name = { dispatchId: id, ...(typeof from === 'string' ? { sender: from } : {}) };
      const arrival = await engine.returnLetter(name, reason, typeof operator === 'string' ? operator : '');
      const report = await engine.runOnce();
      for (const problem of report.problems) context.note(`${problem.where}：${problem.message}`);
      return {
        json: {
          id,
          state: arrival.state,
          label: arrivalLabel(context, arrival.state),
          noticesSent: report.noticesSent,
        },
        text: `${id}：${arrivalLabel(context, arrival.state)}（${reason}）`,
      };
    });
  },
};

/** `exchange to-paper`: 改紙本. */
export const toPaperCommand: Command = {
  path: ['exchange', 'to-paper'],
  summary: { zh: '改以紙本發送，並列出紙本清單與信封標籤', en: 'go over to paper, with list and labels' },
  usage: `ID CODE[/UNIT] [--out DIR] [--operator NAME] ${HOME_USAGE}`,
  options: { ...HOME_OPTIONS, out: { type: 'string' }, operator: { type: 'string' } },
  args: [2, 2],
  run: (context, [id = '', recipient = ''], options) =>
    withDesk(context, options, async (desk) => {
      const operator = typeof options.operator === 'string' ? options.operator : '';
      const delivery = await desk.toPaper(id, recipient, operator);
      const { paperLabels, paperList } = await import('@kcc/exchange-client');
      const dispatch = await desk.status(id);
      const papers = dispatch === undefined ? [] : [dispatch];
      const list = paperList(papers);
      const labels = paperLabels(papers);
      if (typeof options.out === 'string') {
        await context.writeOutput(`${options.out}/${id}-paper-list.csv`, list, options.force === true);
        await context.writeOutput(`${options.out}/${id}-labels.html`, labels, options.force === true);
      }
      return { json: { id, ...deliveryJson(context, delivery), list }, text: list };
    }),
};
