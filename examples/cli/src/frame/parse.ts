import { parseArgs } from 'node:util';
import type { Command, OptionValues } from './command.ts';
import { CliError } from './failure.ts';

/** Options that every command understands. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  force: { type: 'boolean', short: 'f' },
} as const;

export interface Parsed {
  readonly args: readonly string[];
  readonly options: OptionValues;
}

/**
 * Parses the words after a command's path.
 *
 * @throws CliError `USAGE` for an unknown option, a missing value or a wrong number of arguments.
 */
export function parseCommandLine(command: Command, words: readonly string[]): Parsed {
  const parsed = parseWords(command, words);
  const [min, max] = command.args;
  const count = parsed.args.length;
  if (parsed.options.help) return parsed;
  if (count < min) throw usage(command, `缺少參數（需要${min}個，只有${count}個）`);
  if (count > max) throw usage(command, `參數太多（最多${max}個）：${parsed.args.slice(max).join(' ')}`);
  return parsed;
}

function parseWords(command: Command, words: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { ...COMMON_OPTIONS, ...command.options },
      allowPositionals: true,
      strict: true,
    });
    return { args: positionals, options: values };
  } catch (error) {
    throw usage(command, describe(error, words));
  }
}

/** node:util's English texts, said for the people who use this program. */
function describe(error: unknown, words: readonly string[]): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const text = error instanceof Error ? error.message : String(error);
  const option = /'(-{1,2}[^'\s]+)/.exec(text)?.[1] ?? words.find((word) => word.startsWith('-')) ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `沒有這個選項：${option}`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `選項 ${option} 的值不對`;
  return text;
}

function usage(command: Command, message: string): CliError {
  const line = `kcc ${command.path.join(' ')} ${command.usage}`.trim();
  return new CliError('USAGE', 'usage', `${message}。用法：${line}`, { usage: line });
}
