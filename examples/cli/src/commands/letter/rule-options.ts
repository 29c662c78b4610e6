import type { Letter } from '@kcc/gongwen';
import type { LintIssue, LintOptions } from '@kcc/gongwen/lint';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

const RULES = ['none', 'exchange', 'all'] as const;
const RELATIONS = ['up', 'up-non-subordinate', 'level', 'down', 'people', 'mixed'] as const;

function chosen<T extends string>(option: string, value: unknown, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const message = `--${option} 應為 ${allowed.join('、')}，不是「${String(value)}」`;
  throw new CliError('OPTION_VALUE', 'usage', message, { option, allowed });
}

/** Options of the rules: `--rules` and `--relation`. */
export const ruleOptions = { rules: { type: 'string' }, relation: { type: 'string' } } as const;

/** `--rules` and `--relation` as the rules take them; undefined for `none`, the default. */
export async function lintOptions(
  context: Context,
  options: OptionValues,
  otherwise: (typeof RULES)[number] = 'none',
): Promise<LintOptions | undefined> {
  const rules = chosen('rules', options.rules, RULES) ?? otherwise;
  const relation = chosen('relation', options.relation, RELATIONS);
  if (rules === 'none') return undefined;
  const { exchangeProfile, strictProfile } = await import('@kcc/gongwen/lint');
  return {
    profile: rules === 'exchange' ? exchangeProfile : strictProfile,
    ...(relation && { relation }),
    asOf: context.now(),
  };
}

/** What the rules say about a letter under the options; nothing without `--rules`. */
export async function ruleIssues(
  context: Context,
  letter: Letter | undefined,
  options: OptionValues,
  more: Pick<LintOptions, 'grammar' | 'finished'> = {},
): Promise<readonly LintIssue[]> {
  const settings = await lintOptions(context, options);
  if (!settings || !letter) return [];
  const { fullProfile, lintLetter } = await import('@kcc/gongwen/lint');
  const profile = options.rules === 'all' ? { profile: fullProfile } : {};
  // The rules on pages look at the lines that the layout makes; they need no font file.
  const pages = options.rules === 'all' ? { paged: await pagesOf(letter) } : {};
  const print = typeof options.pdf === 'string' ? { printed: await printOf(context, options.pdf) } : {};
  return lintLetter(letter, { ...settings, ...profile, ...pages, ...print, ...more });
}

async function pagesOf(letter: Letter) {
  const { layoutLetter, paginate } = await import('@kcc/gongwen');
  return paginate(layoutLetter(letter));
}

/** What was measured in the PDF printed from the letter. */
async function printOf(context: Context, path: string) {
  const { measurePdf } = await import('@kcc/gongwen/lint');
  return measurePdf(await context.readInput(path));
}
