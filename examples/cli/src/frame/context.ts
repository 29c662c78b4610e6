import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Context } from './command.ts';
import { CliError } from './failure.ts';
import { createProgress } from './progress.ts';
import type { Streams } from './streams.ts';
import { writeWholeFile } from './write-file.ts';

interface Settings {
  readonly streams: Streams;
  readonly json: boolean;
  readonly lang: 'zh-TW' | 'en';
}

const SECRETS = {
  pin: { variable: 'KCC_PIN', label: 'PIN 碼', hint: '用 --pin-file 檔案、環境變數 KCC_PIN，或在終端機輸入' },
  'user-code': {
    variable: 'KCC_USER_CODE',
    label: '用戶代碼',
    hint: '用環境變數 KCC_USER_CODE，或在終端機輸入',
  },
} as const;

/** The real world behind a {@link Context}. */
export function createContext({ streams, json, lang }: Settings): Context {
  const cwd = process.cwd();
  const isInteractive = () => streams.stdin.isTTY === true && streams.stderr.isTTY === true;
  const progress = createProgress(() => streams.stderr, !json);
  return {
    cwd,
    env: process.env,
    json,
    lang,
    get interactive() {
      return isInteractive();
    },
    now: () => new Date(),
    out: (text) => void streams.stdout.write(text),
    note: (line) => {
      progress.clear();
      streams.stderr.write(`${line}\n`);
    },
    progress: progress.show,
    readInput: (path) => readInput(streams, cwd, path),
    writeOutput: (path, data, force) => writeWholeFile(resolve(cwd, path), data, force),
    secret: (what, options) => readSecret(streams, isInteractive, what, options?.file),
    ask: async (question) => {
      if (!isInteractive())
        throw new CliError('NOT_INTERACTIVE', 'usage', `需要回答「${question}」，但這裡不是終端機`);
      return (await import('./prompt.ts')).askQuestion(streams, question);
    },
  };
}

async function readInput(streams: Streams, cwd: string, path: string): Promise<Uint8Array> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of streams.stdin)
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    return new Uint8Array(Buffer.concat(chunks));
  }
  try {
    return new Uint8Array(await readFile(resolve(cwd, path)));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
    const reason =
      { ENOENT: '找不到檔案', EISDIR: '這是資料夾，不是檔案', EACCES: '沒有讀取權限' }[code] ?? code;
    throw new CliError('FILE_UNREADABLE', 'usage', `無法讀取「${path}」：${reason}`, { path, reason: code });
  }
}

async function readSecret(
  streams: Streams,
  isInteractive: () => boolean,
  what: 'pin' | 'user-code',
  file: string | undefined,
): Promise<string> {
  const { variable, label, hint } = SECRETS[what];
  if (file !== undefined) return (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
  const fromEnvironment = process.env[variable];
  if (fromEnvironment !== undefined) return fromEnvironment;
  if (isInteractive()) return (await import('./prompt.ts')).askSecret(streams, `${label}：`);
  throw new CliError('SECRET_MISSING', 'usage', `還沒有「${label}」。${hint}`, { variable });
}
