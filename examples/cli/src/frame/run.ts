import type { Command, CommandResult, ExitCode } from './command.ts';
import { createContext } from './context.ts';
import { CliError, exitCodeOf } from './failure.ts';
import { findCommand, findGroup } from './groups.ts';
import { commandHelp, groupHelp, rootHelp } from './help.ts';
import { parseCommandLine } from './parse.ts';
import { printFailure, printResult } from './print.ts';
import type { Streams } from './streams.ts';

/** Looked at only when asked for: opening a standard stream takes milliseconds. */
const PROCESS_STREAMS: Streams = {
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return process.stdout;
  },
  get stderr() {
    return process.stderr;
  },
};

/**
 * Runs one command line and resolves to its exit code.
 *
 * @param words - The words after `kcc`.
 * @param streams - Standard streams; the process's own by default.
 */
export async function runCli(
  words: readonly string[],
  streams: Streams = PROCESS_STREAMS,
): Promise<ExitCode> {
  streams.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const json = beforeTerminator(words).includes('--json');
  const lang = languageOf(words);
  try {
    const result = await dispatch(words, streams, json, lang);
    await printResult(streams, result, { json, lang });
    return result.exitCode ?? 0;
  } catch (error) {
    printFailure(streams, error, { json, lang });
    return exitCodeOf(error);
  }
}

async function dispatch(
  words: readonly string[],
  streams: Streams,
  json: boolean,
  lang: 'zh-TW' | 'en',
): Promise<CommandResult> {
  const [first, ...others] = words;
  if (first === undefined || first === '--help' || first === '-h') return help(rootHelp(lang));
  if (first === 'help') return helpFor(others, lang);
  if (first === '--version') return help(VERSION);
  const group = findGroup(first);
  if (!group) throw new CliError('USAGE', 'usage', `沒有「${first}」這個命令。輸入 kcc help 看有哪些命令`);
  // Whatever goes wrong with it shows where the command itself asks for it.
  group.ahead?.(others)?.catch(() => undefined);
  const commands = await group.load();
  const command = findCommand(commands, words);
  if (!command) {
    if (others.length === 0 || others.includes('--help') || others.includes('-h')) {
      return help(groupHelp(group, commands, lang));
    }
    throw new CliError(
      'USAGE',
      'usage',
      `沒有「${first} ${others[0]}」這個命令。輸入 kcc help ${first} 看用法`,
    );
  }
  return runCommand(command, words.slice(command.path.length), { streams, json, lang });
}

async function runCommand(
  command: Command,
  words: readonly string[],
  { streams, json, lang }: { streams: Streams; json: boolean; lang: 'zh-TW' | 'en' },
): Promise<CommandResult> {
  const { args, options } = parseCommandLine(command, words);
  if (options.help) return help(commandHelp(command, lang));
  return command.run(createContext({ streams, json, lang }), args, options);
}

async function helpFor(words: readonly string[], lang: 'zh-TW' | 'en'): Promise<CommandResult> {
  const names = words.filter((word, index) => !word.startsWith('-') && words[index - 1] !== '--lang');
  const group = names[0] === undefined ? undefined : findGroup(names[0]);
  if (names.length > 0 && !group) throw new CliError('USAGE', 'usage', `沒有「${names[0]}」這個命令`);
  if (!group) return help(rootHelp(lang));
  const commands = await group.load();
  const command = findCommand(commands, names);
  return help(command ? commandHelp(command, lang) : groupHelp(group, commands, lang));
}

const VERSION = '0.1.0';

function help(text: string): CommandResult {
  return { json: { help: text }, text };
}

function beforeTerminator(words: readonly string[]): readonly string[] {
  const end = words.indexOf('--');
  return end < 0 ? words : words.slice(0, end);
}

function languageOf(words: readonly string[]): 'zh-TW' | 'en' {
  const own = beforeTerminator(words);
  const at = own.indexOf('--lang');
  const value = at >= 0 ? own[at + 1] : own.find((word) => word.startsWith('--lang='))?.slice(7);
  return value === 'en' ? 'en' : 'zh-TW';
}
