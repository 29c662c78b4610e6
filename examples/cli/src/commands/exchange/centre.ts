import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExchangeCentre } from '@kcc/exchange-client/centre';
import type { Command, Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { homeFolder } from './home.ts';

/** `exchange centre serve`: the reference exchange centre. */
export const centreServeCommand: Command = {
  path: ['exchange', 'centre', 'serve'],
  summary: { zh: '啟動參考交換中心（開發、測試、示範用）', en: 'serve the reference exchange centre' },
  usage: '--home DIR [--port P] [--host H] [--faults FILE] [--key PEM --cert PEM]',
  options: {
    home: { type: 'string' },
    port: { type: 'string' },
    host: { type: 'string' },
    faults: { type: 'string' },
    key: { type: 'string' },
    cert: { type: 'string' },
  },
  args: [0, 0],
  run: async (context, _args, options) => {
    const folder = homeFolder(context, options);
    const port = Number(options.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new CliError('USAGE', 'usage', '--port 須為 0–65535');
    const { createFaults, openCentre, parseFaults, serveCentre } = await import(
      '@kcc/exchange-client/centre'
    );
    const text = async (name: 'key' | 'cert' | 'faults') => {
      const path = options[name];
      return typeof path === 'string' ? readFile(resolve(context.cwd, path), 'utf8') : undefined;
    };
    const [key, cert, faults] = await Promise.all([text('key'), text('cert'), text('faults')]);
    const centre = await openCentre({ folder });
    const served = await serveCentre({
      centre,
      uploads: join(folder, 'uploads'),
      port,
      host: typeof options.host === 'string' ? options.host : '127.0.0.1',
      ...(key === undefined || cert === undefined ? {} : { tls: { key, cert } }),
      ...(faults === undefined ? {} : { intercept: createFaults(parseFaults(faults)) }),
    });
    context.note(`參考交換中心：${served.url} （按 Ctrl-C 結束）`);
    await sweep(context, centre);
    const hourly = setInterval(() => void sweep(context, centre), 3_600_000);
    if (context.json) context.out(`${JSON.stringify({ url: served.url })}\n`);
    await new Promise<void>((stop) => {
      process.once('SIGINT', stop).once('SIGTERM', stop);
    });
    clearInterval(hourly);
    await served.close();
    const { parcels } = await centre.status();
    await centre.close();
    // With --json the one value was printed when the address was known.
    const quiet = context.json ? { bytes: new Uint8Array(0) } : {};
    return { json: null, text: `已結束，共收受 ${parcels} 件`, ...quiet };
  },
};

/** Stops and removes offices whose certificates ended, and forgets what was fetched long ago. */
async function sweep(context: Context, centre: ExchangeCentre): Promise<void> {
  try {
    const { suspended, removed, undeliverable, forgotten } = await centre.sweep();
    const parts: readonly (readonly [string, number])[] = [
      ['憑證到期停止交換', suspended.length],
      ['到期逾三個月移除', removed.length],
      ['通知無法遞送', undeliverable],
      ['清除已領取逾 30 天的項目', forgotten],
    ];
    const done = parts.filter(([, count]) => count > 0).map(([label, count]) => `${label} ${count}`);
    if (done.length > 0) context.note(done.join('、'));
  } catch (error) {
    context.note(`清掃失敗，一小時後再試：${error instanceof Error ? error.message : String(error)}`);
  }
}
