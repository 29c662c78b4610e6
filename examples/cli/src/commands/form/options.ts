import type { Council } from '@kcc/forms';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** Options that every command about data understands. */
export const DATA_OPTIONS = {
  'as-of': { type: 'string' },
  council: { type: 'string' },
} as const;

export const DATA_USAGE = '[--as-of DATE] [--council kaohsiung|new-taipei]';

/** The text of an option that takes one. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The day whose rules apply: `--as-of`, or today in Taipei.
 *
 * @throws CliError `USAGE` when the option is no ISO date
 */
export async function asOfDate(context: Context, options: OptionValues): Promise<string> {
  const { isIsoDate, taipeiDate } = await import('@kcc/validators');
  const given = textOption(options, 'as-of');
  if (given === undefined) return taipeiDate(context.now());
  if (!isIsoDate(given)) throw new CliError('USAGE', 'usage', `--as-of 應為 YYYY-MM-DD，收到「${given}」`);
  return given;
}

/** The council named by `--council`; 高雄市議會 by default. */
export async function councilOf(options: OptionValues): Promise<Council> {
  const { kaohsiung, newTaipei } = await import('@kcc/forms');
  const id = textOption(options, 'council') ?? kaohsiung.id;
  const council = [kaohsiung, newTaipei].find((each) => each.id === id);
  if (!council)
    throw new CliError('USAGE', 'usage', `沒有「${id}」這個議會的資料，可用 kaohsiung、new-taipei`);
  return council;
}
