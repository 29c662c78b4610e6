import { styleText } from 'node:util';
import type { CommandResult } from './command.ts';
import { isCoded } from './failure.ts';
import type { Streams } from './streams.ts';
import { translateValue } from './translate.ts';

interface Manner {
  readonly json: boolean;
  readonly lang: 'zh-TW' | 'en';
}

/** Prints a command's result: bytes as they are, one JSON value, or text. */
export async function printResult({ stdout }: Streams, result: CommandResult, manner: Manner): Promise<void> {
  if (result.bytes) {
    stdout.write(result.bytes);
  } else if (manner.json) {
    if (result.json === undefined) return;
    const value = manner.lang === 'en' ? await translateValue(result.json) : result.json;
    stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
  } else if (result.text !== '') {
    stdout.write(`${stdout.isTTY === true ? colour(result.text) : result.text}\n`);
  }
}

/** Prints an error: one JSON value on stdout, or a line for people on stderr. */
export function printFailure({ stdout, stderr }: Streams, error: unknown, { json }: Manner): void {
  const coded = isCoded(error);
  const message = error instanceof Error ? error.message : String(error);
  if (json) {
    const { code, category, retryable, details } = coded
      ? error
      : { code: 'UNEXPECTED', category: 'environment', retryable: false, details: {} };
    stdout.write(
      `${JSON.stringify({ error: { code, category, message, retryable, details } }, undefined, 2)}\n`,
    );
    return;
  }
  stderr.write(`${stderr.isTTY === true ? styleText('red', '✘') : '✘'} ${message}`);
  stderr.write(coded ? `（${error.code}）\n` : '\n');
  if (!coded && error instanceof Error && process.env.KCC_DEBUG) stderr.write(`${error.stack}\n`);
}

const MARKS = { '✘': 'red', '▲': 'yellow', '✔': 'green', ℹ: 'cyan' } as const;

/** Colours the marks at the beginning of lines. */
function colour(text: string): string {
  return text.replace(/^(\s*)([✘▲✔ℹ])/gmu, (_all, space: string, mark: keyof typeof MARKS) => {
    return space + styleText(MARKS[mark], mark);
  });
}
