import { basename, dirname, resolve } from 'node:path';
import type { Letter, WrittenDispatch } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { encodingOption, generationOption } from './options.ts';
import { readIfThere } from './siblings.ts';
import { type FileReport, fileLines, type OutputFile, writeFiles } from './write-files.ts';

/** `letter write DRAFT --out DIR`: DI, SW, with `--resend` DM, and the attachments beside the draft. */
export const writeCommand: Command = {
  path: ['letter', 'write'],
  summary: { zh: '由草稿寫出公文交換檔（DI、SW、附件）', en: 'write a draft as exchange files' },
  usage:
    'DRAFT --out DIR [--generation 104] [--encoding utf-8|big5] [--name BASE] [--attachments DIR] [--separate] [--resend CODE --note TEXT] [--force]',
  options: {
    out: { type: 'string' },
    generation: { type: 'string' },
    encoding: { type: 'string' },
    name: { type: 'string' },
    attachments: { type: 'string' },
    separate: { type: 'boolean' },
    resend: { type: 'string' },
    note: { type: 'string' },
  },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    if (typeof options.out !== 'string')
      throw new CliError('OPTION_MISSING', 'usage', '請以 --out 指定輸出資料夾', {});
    const { parseDraft } = await import('@kcc/gongwen');
    const draft = parseDraft(new TextDecoder().decode(await context.readInput(path)));
    if (!draft.letter) return report(context, [], draft.issues);
    const written = await writeAll(draft.letter, baseNameOf(draft.letter, path, options), options);
    const issues = [...draft.issues, ...written.flatMap((set) => set.issues)];
    if (written.some(({ files }) => files.length === 0)) return report(context, [], issues);
    const source = options.attachments ?? (path === '-' ? '.' : dirname(path));
    const { outputs, missing } = await collect(written, resolve(context.cwd, String(source)));
    const files = await writeFiles(context, options.out, outputs, options.force === true);
    return report(context, files, [...issues, ...missing]);
  },
};

async function writeAll(
  letter: Letter,
  baseName: string,
  options: OptionValues,
): Promise<readonly WrittenDispatch[]> {
  const { writeDispatch, writeSeparately } = await import('@kcc/gongwen');
  const settings = {
    baseName,
    generation: generationOption('generation', options.generation),
    encoding: encodingOption(options.encoding),
    ...(typeof options.resend === 'string' && {
      message: { code: options.resend, note: typeof options.note === 'string' ? options.note : '' },
    }),
  };
  return options.separate ? writeSeparately(letter, settings) : [writeDispatch(letter, settings)];
}

/** Year, serial and branch of the number, or the draft's own name. */
function baseNameOf(letter: Letter, path: string, options: OptionValues): string {
  if (typeof options.name === 'string') return options.name;
  const [number] = letter.documentNumbers;
  const digits = `${number?.year ?? ''}${number?.serial ?? ''}${number?.branch ?? ''}`;
  if (/^\d+$/.test(digits)) return digits;
  return path === '-' ? 'letter' : basename(path).replace(/\.[^.]*$/, '');
}

async function collect(
  written: readonly WrittenDispatch[],
  folder: string,
): Promise<{ readonly outputs: readonly OutputFile[]; readonly missing: readonly Issue[] }> {
  const { attachmentMissing } = await import('@kcc/gongwen');
  const outputs = new Map<string, OutputFile>();
  const missing: Issue[] = [];
  for (const file of written.flatMap(({ files }) => files)) {
    if (outputs.has(file.path)) continue;
    if (file.role !== 'attachment-slot') {
      outputs.set(file.path, file);
      continue;
    }
    const found = await readIfThere(folder, file.path);
    if (found) outputs.set(file.path, { ...found, role: 'attachment' });
    else missing.push(attachmentMissing(file.path, 'warning'));
  }
  return { outputs: [...outputs.values()], missing };
}

async function report(context: Context, files: readonly FileReport[], issues: readonly Issue[]) {
  const lines = await issueLines(context, issues);
  const failed = issues.some(({ severity }) => severity === 'error');
  const head = failed ? ['✘ 沒有寫出任何檔案'] : fileLines(files);
  const exitCode = failed ? (1 as const) : (0 as const);
  return { json: { files, issues }, text: [...head, ...lines].join('\n'), exitCode };
}
