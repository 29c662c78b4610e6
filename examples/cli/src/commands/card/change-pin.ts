import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import {
  chooseReader,
  DRIVER_OPTIONS,
  DRIVER_USAGE,
  openDriver,
  PIN_OPTIONS,
  PIN_USAGE,
  pinFile,
} from './driver.ts';

/** `card change-pin`: the new PIN comes from `--new-pin-file`, `KCC_NEW_PIN` or the terminal. */
export const changePinCommand: Command = {
  path: ['card', 'change-pin'],
  summary: { zh: '變更 PIN 碼', en: 'change the PIN' },
  usage: `[--new-pin-file FILE] ${PIN_USAGE} ${DRIVER_USAGE}`,
  options: { ...DRIVER_OPTIONS, ...PIN_OPTIONS, 'new-pin-file': { type: 'string' } },
  args: [0, 0],
  run: async (context, _args, options) => {
    const driver = await openDriver(context, options);
    try {
      const { id, card } = await chooseReader(driver, options);
      const current = await context.secret('pin', pinFile(context, options));
      const next = await newPin(context, options);
      const session = await driver.open(id, current, { allowLastTry: options['allow-last-try'] === true });
      try {
        await session.changePin(current, next);
      } finally {
        await session.close();
      }
      return { json: { changed: true, number: card.number }, text: `卡片 ${card.number} 的 PIN 碼已變更。` };
    } finally {
      await driver.close();
    }
  },
};

async function newPin(context: Context, options: OptionValues): Promise<string> {
  const file = options['new-pin-file'];
  if (typeof file === 'string') {
    return (await readFile(resolve(context.cwd, file), 'utf8')).replace(/\r?\n$/, '');
  }
  const fromEnvironment = context.env.KCC_NEW_PIN;
  if (fromEnvironment !== undefined) return fromEnvironment;
  // With KCC_PIN set, the prompt would give the present PIN again.
  if (!context.interactive || context.env.KCC_PIN !== undefined) {
    throw new CliError(
      'SECRET_MISSING',
      'usage',
      '需要新 PIN 碼：用 --new-pin-file 檔案或環境變數 KCC_NEW_PIN',
      {
        variable: 'KCC_NEW_PIN',
      },
    );
  }
  context.note('請輸入新的 PIN 碼，再輸入一次以確認。');
  const first = await context.secret('pin');
  const second = await context.secret('pin');
  if (first !== second) throw new CliError('SECRET_MISMATCH', 'usage', '兩次輸入的新 PIN 碼不同，未變更。');
  return first;
}
