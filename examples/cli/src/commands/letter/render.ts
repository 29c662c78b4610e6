import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Letter } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { withSiblings } from './siblings.ts';

const FORMATS = ['docx', 'odt', 'pdf', 'html', 'txt'] as const;
const COPIES = ['original', 'draft', 'sent', 'received'] as const;

/** What was written, with what only some formats can say. */
interface Rendered {
  readonly data: Uint8Array | string;
  readonly pages?: number;
  readonly fonts?: readonly unknown[];
  readonly missingGlyphs: readonly unknown[];
  readonly issues: readonly Issue[];
}

/** `letter render FILE --to docx|odt|pdf|html|txt --out PATH`: a DI or a draft on paper. */
export const renderCommand: Command = {
  path: ['letter', 'render'],
  summary: { zh: '公文印成 docx、odt、pdf、html 或純文字', en: 'put a letter on paper' },
  usage:
    'FILE --to docx|odt|pdf|html|txt --out PATH [--copy draft|sent|received] [--font DIR] [--brackets half|full] [--literal] [--force]',
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    copy: { type: 'string' },
    font: { type: 'string', multiple: true },
    brackets: { type: 'string' },
    literal: { type: 'boolean' },
    force: { type: 'boolean' },
  },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const format = chosen('to', options.to, FORMATS);
    if (typeof options.out !== 'string')
      throw new CliError('OPTION_MISSING', 'usage', '請以 --out 指定輸出檔', {});
    const { letter, issues } = await readAny(context, path);
    if (letter === undefined) return report(context, undefined, { missingGlyphs: [], issues });
    const rendered = await render(context, letter, format, options);
    await context.writeOutput(resolve(context.cwd, options.out), rendered.data, options.force === true);
    return report(context, options.out, { ...rendered, issues: [...issues, ...rendered.issues] });
  },
};

function chosen<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new CliError(
    'OPTION_VALUE',
    'usage',
    `--${name} 應為 ${allowed.join('、')}，不是「${String(value ?? '')}」`,
    {
      option: name,
      allowed,
    },
  );
}

/** A DI with the files beside it, or a draft. */
async function readAny(
  context: Context,
  path: string,
): Promise<{ readonly letter?: Letter; readonly issues: readonly Issue[] }> {
  const { parseDraft, readDispatch } = await import('@kcc/gongwen');
  const files = await withSiblings(context, path);
  const [main] = files;
  const start = new TextDecoder('latin1').decode(main?.bytes.subarray(0, 64)).replace(/^[^<\w]*/, '');
  if (start.startsWith('<')) return readDispatch(files, main ? { main: main.path } : {});
  return parseDraft(new TextDecoder().decode(main?.bytes));
}

async function render(
  context: Context,
  letter: Letter,
  format: (typeof FORMATS)[number],
  options: OptionValues,
): Promise<Rendered> {
  const layout = {
    ...(options.copy === undefined ? {} : { copy: chosen('copy', options.copy, COPIES) }),
    ...(options.brackets === undefined
      ? {}
      : { brackets: chosen('brackets', options.brackets, ['half', 'full'] as const) }),
  };
  const numbering = options.literal === true ? 'literal' : 'native';
  const plain = (data: Uint8Array | string): Rendered => ({ data, missingGlyphs: [], issues: [] });
  if (format === 'docx') {
    const { renderDocx } = await import('@kcc/gongwen/docx');
    return plain(await renderDocx(letter, { ...layout, numbering, created: context.now() }));
  }
  if (format === 'odt') {
    const { renderOdt } = await import('@kcc/gongwen/odt');
    return plain(await renderOdt(letter, { ...layout, numbering, created: context.now() }));
  }
  if (format === 'html') return plain((await import('@kcc/gongwen/html')).renderHtml(letter, layout));
  if (format === 'txt') return plain((await import('@kcc/gongwen')).renderText(letter, layout));
  const { renderPdf } = await import('@kcc/gongwen/pdf');
  const fonts = { folders: foldersOf(context, options.font), cacheFolder: cacheFolder(context) };
  const { bytes, ...rest } = await renderPdf(letter, { ...layout, fonts, created: context.now() });
  return { data: bytes, ...rest };
}

function foldersOf(context: Context, given: OptionValues[string]): readonly string[] {
  const list = typeof given === 'string' ? [given] : Array.isArray(given) ? given : [];
  return list.map((folder) => resolve(context.cwd, folder));
}

/** Prepared fonts are kept where the system keeps what can be made again. */
function cacheFolder({ env }: Context): string {
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kcc', 'fonts');
}

async function report(context: Context, path: string | undefined, rendered: Omit<Rendered, 'data'>) {
  const { pages, fonts, missingGlyphs, issues } = rendered;
  const lines = await issueLines(context, issues);
  const failed = issues.some(({ severity }) => severity === 'error');
  const size = pages === undefined ? '' : `，共 ${pages} 頁`;
  const head = path === undefined ? '✘ 無法讀取，沒有輸出' : `✔ ${path}${size}`;
  return {
    json: {
      path,
      ...(pages === undefined ? {} : { pages }),
      ...(fonts === undefined ? {} : { fonts }),
      missingGlyphs,
      issues,
    },
    text: [head, ...lines].join('\n'),
    exitCode: failed ? (1 as const) : (0 as const),
  };
}
