import { extname } from 'node:path';
import type { Letter } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import type { Command, CommandResult, Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { startsAsXml } from './drafts.ts';
import { lintOptions, ruleOptions } from './rule-options.ts';
import { withSiblings } from './siblings.ts';

/** `letter fix FILE --out PATH`: the letter after the safe fixes of the rules, as a draft. */
export const fixCommand: Command = {
  path: ['letter', 'fix'],
  summary: { zh: '套用規則的安全修正', en: 'apply the safe fixes of the rules' },
  usage: 'FILE --out PATH [--rules exchange|all] [--relation R] [--force]',
  options: { out: { type: 'string' }, ...ruleOptions },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const { out } = options;
    if (typeof out !== 'string') throw new CliError('OPTION_MISSING', 'usage', '請以 --out 指定輸出檔', {});
    const settings = await lintOptions(context, options, 'all');
    if (!settings)
      throw new CliError('OPTION_VALUE', 'usage', '--rules 應為 exchange、all', { option: 'rules' });
    const { letter, issues } = await readDraftOrLetter(context, path);
    if (!letter) return resultOf(context, { issues, applied: [] });
    const { fixLetter, lintLetter } = await import('@kcc/gongwen/lint');
    const fixed = fixLetter(letter, settings);
    await context.writeOutput(out, await written(fixed.letter, out), options.force === true);
    const left = lintLetter(fixed.letter, settings);
    return resultOf(context, { path: out, applied: fixed.applied, issues: [...issues, ...left] });
  },
};

async function readDraftOrLetter(
  context: Context,
  path: string,
): Promise<{ readonly letter?: Letter; readonly issues: readonly Issue[] }> {
  const { parseDraft, readDispatch } = await import('@kcc/gongwen');
  const files = await withSiblings(context, path);
  const [main] = files;
  if (!main) return { issues: [] };
  if (startsAsXml(main.bytes)) return readDispatch(files, { main: main.path });
  return parseDraft(new TextDecoder().decode(main.bytes));
}

/** The kind of file follows from its name: a DI, JSON, YAML, or the plain text of drafts. */
async function written(letter: Letter, out: string): Promise<Uint8Array | string> {
  const { formatDraft, writeDispatch } = await import('@kcc/gongwen');
  const extension = extname(out).toLowerCase();
  if (extension === '.json') return formatDraft(letter, 'json');
  if (extension === '.yaml' || extension === '.yml') return formatDraft(letter, 'yaml');
  if (extension !== '.di') return formatDraft(letter, 'text');
  const { files, issues } = writeDispatch(letter, { baseName: 'letter' });
  const main = files.find(({ role }) => role === 'letter');
  if (main && 'bytes' in main) return main.bytes;
  throw new CliError('LETTER_INCOMPLETE', 'document', issues[0]?.message ?? '無法寫出交換檔', { issues });
}

interface Fixed {
  readonly path?: string;
  readonly applied: readonly Issue[];
  readonly issues: readonly Issue[];
}

async function resultOf(context: Context, fixed: Fixed): Promise<CommandResult> {
  const { path, applied, issues } = fixed;
  const failed = issues.some(({ severity }) => severity === 'error');
  const head = path === undefined ? '✘ 無法讀取，沒有輸出' : `✔ ${path}　已修正 ${applied.length} 處`;
  const left = issues.length === 0 ? [] : [`  尚有 ${issues.length} 處請人工處理：`];
  const text = [
    head,
    ...(await issueLines(context, applied)),
    ...left,
    ...(await issueLines(context, issues)),
  ];
  return { json: { path, applied, issues }, text: text.join('\n'), exitCode: failed ? 1 : 0 };
}
