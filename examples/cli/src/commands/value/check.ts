import type { ValueKind } from '@kcc/validators';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { checkValue } from './checked-value.ts';
import { describeCheck } from './describe.ts';

/** `value check KIND TEXT…`: values from arguments, from a file or stdin with one a line, or a secret from a prompt. */
export const check: Command = {
  path: ['value', 'check'],
  summary: { zh: '檢查號碼、日期、地址等值', en: 'check identifiers, dates, addresses and other values' },
  usage: 'KIND TEXT… [--as-of DATE] [--file F] [--mode strict|lenient]',
  options: {
    'as-of': { type: 'string' },
    file: { type: 'string' },
    mode: { type: 'string' },
  },
  args: [1, Number.POSITIVE_INFINITY],
  async run(context, [kind = '', ...texts], options) {
    const { isIsoDate, isValueKind, taipeiDate, valueKinds } = await import('@kcc/validators');
    if (!isValueKind(kind)) {
      throw usage(
        context,
        `沒有「${kind}」這種值，請看 kcc value kinds`,
        `no kind “${kind}”; see kcc value kinds`,
      );
    }
    const { 'as-of': asOf } = options;
    if (asOf !== undefined && !(typeof asOf === 'string' && isIsoDate(asOf))) {
      throw usage(context, '--as-of 應為 YYYY-MM-DD', '--as-of: expected YYYY-MM-DD');
    }
    const mode = options.mode ?? 'lenient';
    if (mode !== 'strict' && mode !== 'lenient') {
      throw usage(context, '--mode 應為 strict 或 lenient', '--mode: expected strict or lenient');
    }
    const entry: ValueKind = valueKinds[kind];
    const inputs = await gatherInputs(context, kind, entry, texts, options);
    const rules = { asOf: asOf ?? taipeiDate(context.now()), mode } as const;
    const results = inputs.map((input) => checkValue(kind, entry, input, rules));
    const single = results.length === 1 && options.file === undefined && texts[0] !== '-';
    const blocks = await Promise.all(results.map((result) => describeCheck(result, context)));
    return {
      json: single ? results[0] : results,
      text: blocks.join('\n'),
      exitCode: results.every(({ ok }) => ok) ? 0 : 1,
    };
  },
};

async function gatherInputs(
  context: Context,
  kind: string,
  entry: ValueKind,
  texts: readonly string[],
  { file }: OptionValues,
): Promise<readonly string[]> {
  if (typeof file === 'string') return [...texts, ...(await readLines(context, file))];
  if (texts.length === 1 && texts[0] === '-') return readLines(context, '-');
  if (texts.length > 0) return texts;
  if (entry.secret) return [await context.secret(kind === 'pin' ? 'pin' : 'user-code')];
  throw usage(context, '請給要檢查的值，或用 --file', 'give a value, or --file');
}

/** The lines of a UTF-8 text as they stand; the empty one after the last line break is none. */
async function readLines({ readInput }: Context, path: string): Promise<string[]> {
  const lines = new TextDecoder().decode(await readInput(path)).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function usage({ lang }: Context, zh: string, en: string): CliError {
  return new CliError('USAGE', 'usage', lang === 'en' ? en : zh);
}
