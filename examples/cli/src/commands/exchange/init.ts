import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { withCardSession } from '../card/driver.ts';
import { HOME_FILE, homeFolder, type OfficeHome } from './home.ts';
import { cardOptions, cardWay, ENGINE_OPTIONS, ENGINE_USAGE, openTransport } from './with-engine.ts';

/** `exchange init`: makes an office's home and registers its certificates at the centre. */
export const initCommand: Command = {
  path: ['exchange', 'init'],
  summary: {
    zh: '建立機關的交換資料夾並向交換中心登錄憑證',
    en: 'make an office home and register at the centre',
  },
  usage: `--code C --name N --centre URL [--unit U] [--ca FILE] [--fingerprint SHA256] [--no-register] ${ENGINE_USAGE}`,
  options: {
    ...ENGINE_OPTIONS,
    code: { type: 'string' },
    unit: { type: 'string' },
    name: { type: 'string' },
    centre: { type: 'string' },
    ca: { type: 'string' },
    fingerprint: { type: 'string' },
    'no-register': { type: 'boolean' },
  },
  args: [0, 0],
  run: async (context, _args, options) => {
    const folder = homeFolder(context, options);
    const ca = options.ca;
    const card = cardWay(context, options);
    const home: OfficeHome = {
      version: 1,
      code: required(options, 'code'),
      unit: typeof options.unit === 'string' ? options.unit : '',
      name: required(options, 'name'),
      centre: required(options, 'centre'),
      ...(typeof ca === 'string' ? { ca: resolve(context.cwd, ca) } : {}),
      ...(typeof options.fingerprint === 'string' ? { fingerprint: options.fingerprint } : {}),
      ...(Object.keys(card).length > 0 ? { card } : {}),
    };
    const registered = options['no-register'] !== true;
    if (registered) {
      await withCardSession(context, cardOptions(options), async ({ signer, decrypter }) => {
        const transport = await openTransport(home, signer);
        try {
          await transport.register(decrypter.certificate);
        } finally {
          transport.close();
        }
      });
    }
    await mkdir(folder, { recursive: true });
    await context.writeOutput(
      join(folder, HOME_FILE),
      `${JSON.stringify(home, null, 2)}\n`,
      options.force === true,
    );
    const { openSqliteStore } = await import('@kcc/exchange-client/sqlite');
    await (await openSqliteStore({ folder })).close();
    return {
      json: {
        home: folder,
        code: home.code,
        unit: home.unit,
        name: home.name,
        centre: home.centre,
        registered,
      },
      text: `已建立「${home.name}」（${home.code}）的交換資料夾：${folder}${registered ? '，並已向交換中心登錄' : ''}`,
    };
  },
};

function required(options: OptionValues, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value === '')
    throw new CliError('USAGE', 'usage', `缺少 --${name}`, { option: name });
  return value;
}
