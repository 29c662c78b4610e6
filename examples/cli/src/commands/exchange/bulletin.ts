import { taipeiDate } from '@kcc/exchange-client';
import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { table } from '../../frame/table.ts';
import { homeFolder, readHome } from './home.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, withEngine } from './with-engine.ts';

/** `exchange bulletin list`: public, so no card is asked for. */
export const bulletinListCommand: Command = {
  path: ['exchange', 'bulletin', 'list'],
  summary: { zh: '電子公布欄', en: 'the bulletin board of the centre' },
  usage: '--home DIR',
  options: { home: { type: 'string' } },
  args: [0, 0],
  run: async (context, _args, options) => {
    const { createHttpTransport } = await import('@kcc/exchange-client/http');
    const home = await readHome(homeFolder(context, options));
    const nobody = {
      certificate: new Uint8Array(0),
      sign: () => Promise.reject(new CliError('NO_CARD', 'environment', '讀取公布欄不需要簽章')),
    };
    const transport = createHttpTransport({ url: home.centre, office: home, signer: nobody });
    try {
      const bulletins = await transport.bulletins();
      const rows = bulletins.map(({ postedAt, name, title }) => [taipeiDate(postedAt), name, title]);
      return {
        json: bulletins,
        text: rows.length === 0 ? '公布欄目前沒有公告' : table([['日期', '機關', '標題'], ...rows]),
      };
    } finally {
      transport.close();
    }
  },
};

/** `exchange bulletin post`. */
export const bulletinPostCommand: Command = {
  path: ['exchange', 'bulletin', 'post'],
  summary: { zh: '在參考交換中心張貼公告', en: 'post to the reference centre' },
  usage: `TITLE --body TEXT [--until ISO] ${ENGINE_USAGE}`,
  options: { ...ENGINE_OPTIONS, body: { type: 'string' }, until: { type: 'string' } },
  args: [1, 1],
  run: async (context, [title = ''], options) => {
    const { body, until } = options;
    if (typeof body !== 'string') throw new CliError('USAGE', 'usage', '請以 --body 寫公告內容');
    const endsAt = typeof until === 'string' ? new Date(until) : undefined;
    if (endsAt !== undefined && Number.isNaN(endsAt.getTime()))
      throw new CliError('USAGE', 'usage', '--until 須為 ISO 時間');
    return withEngine(context, options, async ({ transport }) => {
      await transport.postBulletin({ title, body, ...(endsAt === undefined ? {} : { endsAt }) });
      return { json: { title, posted: true }, text: `已張貼：${title}` };
    });
  },
};
