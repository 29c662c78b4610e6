import type { ParseArgsConfig } from 'node:util';

/** 0 done / good · 1 bad document or value · 2 wrong usage · 3 environment lacks something · 4 refused for trust · 5 remote refused. */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5;

/** What a command hands back; the frame prints `json` or `text` and exits. */
export interface CommandResult {
  /** Printed as one JSON value with `--json`. */
  readonly json: unknown;
  /** Printed without `--json`: zh-TW (or English) for people, no trailing line break. */
  readonly text: string;
  readonly exitCode?: ExitCode;
  /** Bytes for stdout instead of `text` and `json`, such as a rewritten file. */
  readonly bytes?: Uint8Array;
}

/** The world as a command sees it; tests hand in another one. */
export interface Context {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  readonly lang: 'zh-TW' | 'en';
  /** True when stdin and stderr are terminals, so that questions may be asked. */
  readonly interactive: boolean;
  readonly now: () => Date;
  /** Streams text to stdout ahead of the result, for `--jsonl`. */
  out(text: string): void;
  /** A line on stderr. */
  note(line: string): void;
  /** A progress line on stderr; drawn only on a terminal and only after a second. */
  progress(done: number, total: number, label: string): void;
  /** Reads a file or, for `-`, stdin. */
  readInput(path: string): Promise<Uint8Array>;
  /** Writes a whole file or nothing (temporary name, fsync, rename); refuses an existing one unless `force`. */
  writeOutput(path: string, data: Uint8Array | string, force: boolean): Promise<void>;
  /** A secret from `--pin-file`, the environment variable, or a prompt without echo; never from an argument. */
  secret(what: 'pin' | 'user-code', options?: { readonly file?: string }): Promise<string>;
  /** A question on the terminal; only when `interactive`. */
  ask(question: string): Promise<string>;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A leaf of the command tree, such as `letter check`. */
export interface Command {
  /** Words after `kcc`, such as `['letter', 'check']`. */
  readonly path: readonly string[];
  /** One line, zh-TW and English. */
  readonly summary: { readonly zh: string; readonly en: string };
  /** Arguments as shown in the help, such as `FILE… [--generation G]`. */
  readonly usage: string;
  /** node:util parseArgs options; `--json`, `--lang`, `--help`, `--force` are the frame's own. */
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** Fewest and most positional arguments. */
  readonly args: readonly [min: number, max: number];
  /** Loaded on use, so that `kcc` starts fast. */
  run(context: Context, args: readonly string[], options: OptionValues): Promise<CommandResult>;
}

/** One word after `kcc` with the commands below it, loaded only when that word is used. */
export interface Group {
  readonly name: string;
  readonly summary: { readonly zh: string; readonly en: string };
  load(): Promise<readonly Command[]>;
  /** Loads, at the same time, what a command of these words will load anyway. */
  ahead?(words: readonly string[]): Promise<unknown> | undefined;
}
