import { basename, resolve } from 'node:path';
import type { DispatchInput, ReadOptions } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import type { Command, CommandResult, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { type DraftFile, grammarOf, readDraftFile } from './drafts.ts';
import { generationOption } from './options.ts';
import { ruleIssues, ruleOptions } from './rule-options.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { readIfThere } from './siblings.ts';

/** What `letter check` says of one file. */
interface Checked {
  readonly file: string;
  readonly processed: boolean;
  readonly wellFormed: boolean;
  readonly valid: boolean;
  readonly root: string | null;
  readonly kind: string | null;
  readonly generation: string | null;
  readonly revision: string | null;
  readonly encoding: string;
  readonly dtd: string | null;
  /** Form of a draft; absent for an exchange file. */
  readonly format?: 'json' | 'yaml' | 'text';
  /** What could be mended of a file that is not well formed. */
  readonly salvaged?: Salvaged;
  readonly issues: readonly Issue[];
}

/** `letter check FILE…`: processed, well formed, valid, and everything that is wrong with the place where it stands. */
export const checkCommand: Command = {
  path: ['letter', 'check'],
  summary: { zh: '檢查公文檔案：讀得出、格式、文法', en: 'check letters: processed, well formed, valid' },
  usage:
    'FILE… [--generation G] [--rules none|exchange|all] [--relation up|level|down|people|up-non-subordinate] [--attachments DIR] [--pdf FILE] [--jsonl]',
  options: {
    generation: { type: 'string' },
    attachments: { type: 'string' },
    pdf: { type: 'string' },
    jsonl: { type: 'boolean' },
    ...ruleOptions,
  },
  args: [1, 100_000],
  run: async (context, args, options) => {
    if (options.pdf !== undefined && (args.length > 1 || options.rules !== 'all'))
      throw new CliError('OPTION_VALUE', 'usage', '--pdf 只能與一個檔案、--rules all 併用', {
        option: 'pdf',
      });
    const results: Checked[] = [];
    for (const [index, path] of args.entries()) {
      context.progress(index, args.length, path);
      const checked = await checkFile(context, path, options);
      if (options.jsonl) context.out(`${JSON.stringify(checked)}\n`);
      results.push(checked);
    }
    context.progress(args.length, args.length, '');
    return resultOf(context, results, options.jsonl === true);
  },
};

async function checkFile(context: Context, file: string, options: OptionValues): Promise<Checked> {
  const { readDocument, readLetter } = await import('@kcc/gongwen/reading');
  const bytes = await context.readInput(file);
  const draft = await readDraftFile(file, bytes);
  if (draft) return checkDraft(context, file, draft, options);
  const query: ReadOptions =
    options.generation === undefined
      ? {}
      : { generation: generationOption('generation', options.generation) };
  const document = readDocument(bytes, query);
  const { letter, issues } = document.tree ? readLetter(bytes, query) : { letter: undefined, issues: [] };
  const mended = document.tree ? undefined : await salvage(bytes, query);
  const found = [...document.issues, ...issues.filter((issue) => !isKnown(issue, document.issues))];
  if (letter && typeof options.attachments === 'string') {
    found.push(...(await dispatchIssues(context, file, bytes, options.attachments)));
  }
  found.push(...(await ruleIssues(context, letter ?? mended?.letter, options)));
  const { processed, wellFormed, valid, encoding } = document;
  return {
    file,
    processed,
    wellFormed,
    valid,
    root: document.root ?? null,
    kind: document.kind ?? null,
    generation: document.generation ?? null,
    revision: document.revision ?? null,
    encoding,
    dtd: document.dtd ?? null,
    ...(mended && { salvaged: mended.salvaged }),
    issues: found.sort(byPlace),
  };
}

/** A draft has no bytes of XML to judge: it is read or not, and its exchange file is what the rules look at. */
async function checkDraft(
  context: Context,
  file: string,
  draft: DraftFile,
  options: OptionValues,
): Promise<Checked> {
  const { letter, format } = draft;
  const { attachmentsOf, attachmentMissing } = await import('@kcc/gongwen');
  const found = [...draft.issues];
  if (letter && typeof options.attachments === 'string') {
    const folder = resolve(context.cwd, options.attachments);
    for (const { fileName } of attachmentsOf(letter)) {
      if (!(await readIfThere(folder, basename(fileName)))) found.push(attachmentMissing(fileName));
    }
  }
  const outgoing =
    letter && options.rules === 'exchange' ? { grammar: await grammarOf(letter), finished: true } : {};
  found.push(...(await ruleIssues(context, letter, options, outgoing)));
  const readable = letter !== undefined;
  return {
    file,
    processed: readable,
    wellFormed: readable,
    valid: readable,
    root: null,
    kind: letter?.kind ?? null,
    generation: letter?.generation ?? null,
    revision: null,
    encoding: 'utf-8',
    dtd: null,
    format,
    issues: found.sort(byPlace),
  };
}

/** The tolerant reading repeats what the grammar check said, and not every document is a letter. */
const isKnown = (issue: Issue, known: readonly Issue[]) =>
  issue.code === 'READ_NOT_A_LETTER' ||
  known.some((other) => other.code === issue.code && other.path === issue.path);

const byPlace = (a: Issue, b: Issue) =>
  (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
  (a.column ?? 0) - (b.column ?? 0);

/** Whether letter, roster and attachments of a folder agree. */
async function dispatchIssues(
  context: Context,
  file: string,
  bytes: Uint8Array,
  folder: string,
): Promise<readonly Issue[]> {
  const { attachmentsOf, checkDispatch, readDispatch, readLetter } = await import('@kcc/gongwen');
  const main: DispatchInput = { path: file === '-' ? 'stdin.di' : basename(file), bytes };
  const { letter, linked } = readLetter(bytes);
  const named = [
    linked?.roster,
    linked?.message,
    ...(letter ? attachmentsOf(letter) : []).map(({ fileName }) => fileName),
  ];
  const names = new Set(named.flatMap((name) => (name ? [basename(name)] : [])));
  names.delete(main.path);
  const beside = await Promise.all([...names].map((name) => readIfThere(resolve(context.cwd, folder), name)));
  const files = [main, ...beside.flatMap((found) => (found ? [found] : []))];
  return checkDispatch(await readDispatch(files, { main: main.path }));
}

async function resultOf(
  context: Context,
  results: readonly Checked[],
  streamed: boolean,
): Promise<CommandResult> {
  const bad = results.some(
    ({ processed, wellFormed, issues }) =>
      !processed || !wellFormed || issues.some(({ severity }) => severity === 'error'),
  );
  const exitCode = bad ? 1 : 0;
  if (streamed) return { json: undefined, text: '', exitCode };
  const [first] = results;
  const blocks = await Promise.all(results.map((checked) => blockOf(context, checked)));
  return { json: results.length === 1 ? first : results, text: blocks.join('\n'), exitCode };
}

const mark = (good: boolean) => (good ? '✔' : '✘');

async function blockOf(context: Context, checked: Checked): Promise<string> {
  const { file, root, kind, generation, encoding, dtd, processed, wellFormed, valid, issues } = checked;
  const what = checked.format ? `草稿 ${checked.format}　${kind ?? '？'}` : (root ?? '？');
  const head = `${mark(processed && wellFormed && valid)} ${file}　${what}　${generation ? `${generation} 版` : ''}　${encoding}　${dtd ?? ''}`;
  const answers = `    讀得出 ${mark(processed)}　格式 ${mark(wellFormed)}　文法 ${mark(valid)}`;
  const { salvaged } = checked;
  const mended = salvaged
    ? [`    修補後可讀出 ${salvaged.root ?? ''}，修補 ${salvaged.issues.length} 處`]
    : [];
  return [head.trimEnd(), answers, ...mended, ...(await issueLines(context, issues))].join('\n');
}
