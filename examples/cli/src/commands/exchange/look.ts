import { ExchangeError, endOfDay, taipeiDate } from '@kcc/exchange-client';
import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { table } from '../../frame/table.ts';
import { HOME_OPTIONS, HOME_USAGE, withDesk } from './home.ts';
import { arrivalJson, arrivalLabel, deliveryJson, deliveryTable, dispatchJson } from './words.ts';

/** `exchange inbox`: what arrived. */
export const inboxCommand: Command = {
  path: ['exchange', 'inbox'],
  summary: { zh: '收文清單', en: 'what arrived' },
  usage: `[--limit N] ${HOME_USAGE}`,
  options: { ...HOME_OPTIONS, limit: { type: 'string' } },
  args: [0, 0],
  run: (context, _args, options) =>
    withDesk(context, options, async (desk) => {
      const entries = await desk.inbox({ limit: limitOf(options.limit) });
      const rows = entries.map((entry) => [
        entry.dispatchId,
        `${entry.senderName}（${entry.sender}）`,
        arrivalLabel(context, entry.state),
        entry.arrivedAt.toISOString(),
        entry.subject ?? entry.reason ?? '',
      ]);
      return {
        json: entries.map((entry) => arrivalJson(context, entry, entry.files)),
        text: rows.length === 0 ? '沒有收文' : table([['識別碼', '發文者', '狀態', '時間', '主旨'], ...rows]),
      };
    }),
};

/** `exchange status`: states of each recipient. */
export const statusCommand: Command = {
  path: ['exchange', 'status'],
  summary: { zh: '各受文者的交換狀態', en: 'states of every recipient' },
  usage: `[ID] [--limit N] ${HOME_USAGE}`,
  options: { ...HOME_OPTIONS, limit: { type: 'string' } },
  args: [0, 1],
  run: (context, [id], options) =>
    withDesk(context, options, async (desk) => {
      if (id === undefined) {
        const list = await desk.list({ limit: limitOf(options.limit) });
        return {
          json: list.map((dispatch) => dispatchJson(context, dispatch)),
          text:
            list.length === 0
              ? '沒有發文'
              : deliveryTable(
                  context,
                  list.flatMap(({ deliveries }) => deliveries),
                ),
        };
      }
      const dispatch = await desk.status(id);
      if (dispatch === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: id } });
      return {
        json: dispatchJson(context, dispatch),
        text: `${dispatch.subject}\n${deliveryTable(context, dispatch.deliveries)}`,
      };
    }),
};

/** `exchange unconfirmed`: the list of §7(6). */
export const unconfirmedCommand: Command = {
  path: ['exchange', 'unconfirmed'],
  summary: { zh: '未確認清單（次日應查看並處理）', en: 'recipients not confirmed yet' },
  usage: `[--due YYYY-MM-DD] [--limit N] ${HOME_USAGE}`,
  options: { ...HOME_OPTIONS, due: { type: 'string' }, limit: { type: 'string' } },
  args: [0, 0],
  run: (context, _args, options) =>
    withDesk(context, options, async (desk) => {
      const due = typeof options.due === 'string' ? dueBy(options.due) : undefined;
      const limit = limitOf(options.limit);
      const list = await desk.unconfirmed({ limit, ...(due === undefined ? {} : { dueBy: due }) });
      if (list.length > 0 && !(await calendarChecked(context.now()))) {
        context.note('應查看日依內建的辦公日曆推算；該日曆尚未與行政院人事行政總處公布者核對');
      }
      return {
        json: list.map((delivery) => ({ id: delivery.dispatchId, ...deliveryJson(context, delivery) })),
        text: list.length === 0 ? '沒有未確認的受文者' : deliveryTable(context, list),
      };
    }),
};

async function calendarChecked(now: Date): Promise<boolean> {
  const { createCalendar, TAIWAN_WORKING_DAYS } = await import('@kcc/exchange-client');
  return createCalendar(TAIWAN_WORKING_DAYS).nextWorkingDay(now).checked;
}

function dueBy(text: string): Date {
  const due = endOfDay(text);
  if (Number.isNaN(due.getTime()) || taipeiDate(due) !== text) {
    throw new CliError('USAGE', 'usage', `--due 須為 YYYY-MM-DD：${text}`);
  }
  return due;
}

function limitOf(value: unknown): number {
  if (value === undefined) return 1000;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1) throw new CliError('USAGE', 'usage', '--limit 須為正整數');
  return limit;
}
