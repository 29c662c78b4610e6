import type { Draft, FillOptions, Form, FormData } from '@kcc/forms';
import type { Issue } from '@kcc/validators';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { asOfDate, councilOf, DATA_OPTIONS, DATA_USAGE, textOption } from './options.ts';
import { readData } from './read-data.ts';

const FORMATS = ['docx', 'odt', 'pdf', 'html'] as const;
type Format = (typeof FORMATS)[number];

interface Filled {
  readonly data: Uint8Array | string;
  readonly pages?: number;
  readonly issues: readonly Issue[];
}

/** `form fill ID DATA`: the paper of a form, its seal and office boxes empty. */
export const fillCommand: Command = {
  path: ['form', 'fill'],
  summary: { zh: '把資料填成文件', en: 'fill the data into a document' },
  usage: `ID DATA --to docx|odt|pdf|html --out PATH [--template FILE --sha256 HASH] [--draft] [--note PATH] [--with-user-code] [--full-width] ${DATA_USAGE}`,
  options: {
    ...DATA_OPTIONS,
    to: { type: 'string' },
    out: { type: 'string' },
    note: { type: 'string' },
    template: { type: 'string' },
    sha256: { type: 'string' },
    draft: { type: 'boolean' },
    'with-user-code': { type: 'boolean' },
    'full-width': { type: 'boolean' },
  },
  args: [2, 2],
  run: async (context, [id = '', path = ''], options) => {
    const { checkForm, findForm } = await import('@kcc/forms');
    const form = findForm(id);
    const format = formatOf(options);
    const out = textOption(options, 'out');
    if (out === undefined) throw new CliError('USAGE', 'usage', '請用 --out 指定輸出檔案');
    const data = await withUserCode(context, form, await readData(context, form, path), options);
    const fill = await fillOptions(context, options);
    const checked = checkForm(form, data, fill);
    if (!checked.ok) return refused(context, form, checked.issues);
    const template = await templateOf(context, format, options);
    const filled = template
      ? await fillTemplate(template, form, checked.value, fill)
      : await fillAs(format, form, checked.value, fill);
    await context.writeOutput(out, filled.data, options.force === true);
    const note = await writeNote(context, form, options);
    const issues = [...checked.issues, ...filled.issues];
    return {
      json: {
        path: out,
        form: form.id,
        edition: form.edition,
        format,
        ...(filled.pages === undefined ? {} : { pages: filled.pages }),
        ...(note === undefined ? {} : { note }),
        marks: form.marks,
        issues,
      },
      text: [`✔ ${form.title} → ${out}`, ...(await issueLines(context, issues)), ...markLines(form)].join(
        '\n',
      ),
    };
  },
};

function formatOf(options: OptionValues): Format {
  const to = textOption(options, 'to');
  const format = FORMATS.find((each) => each === to);
  if (format === undefined) throw new CliError('USAGE', 'usage', `--to 應為 ${FORMATS.join('、')} 之一`);
  return format;
}

async function fillOptions(context: Context, options: OptionValues): Promise<FillOptions> {
  return {
    asOf: await asOfDate(context, options),
    council: await councilOf(options),
    draft: options.draft === true,
    includeSecrets: options['with-user-code'] === true,
    punctuation: options['full-width'] === true ? 'full-width' : 'as-recorded',
  };
}

/** The user code comes from a prompt or the environment, and only for the one paper that may carry it. */
async function withUserCode(
  context: Context,
  form: Form,
  data: Draft,
  options: OptionValues,
): Promise<Draft> {
  if (options['with-user-code'] !== true) return data;
  const { valueAt, withValueAt } = await import('@kcc/forms');
  if (form.id !== 'xca-user-code-letter') {
    throw new CliError('USAGE', 'usage', '--with-user-code 只用於 xca-user-code-letter');
  }
  if (valueAt(data, '/code/userCode') !== undefined) return data;
  return withValueAt(data, '/code/userCode', await context.secret('user-code'));
}

async function refused(context: Context, form: Form, issues: readonly Issue[]) {
  return {
    json: { form: form.id, edition: form.edition, issues },
    text: [`✘ ${form.title}：資料有錯誤，沒有產生文件`, ...(await issueLines(context, issues))].join('\n'),
    exitCode: 1 as const,
  };
}

async function fillAs(
  format: Format,
  form: Form,
  value: FormData<Form>,
  options: FillOptions,
): Promise<Filled> {
  if (format === 'docx') {
    const { fillDocx } = await import('@kcc/forms/docx');
    return { data: await fillDocx(form, value, options), issues: [] };
  }
  if (format === 'odt') {
    const { fillOdt } = await import('@kcc/forms/odt');
    return { data: await fillOdt(form, value, options), issues: [] };
  }
  if (format === 'html') {
    const { fillHtml } = await import('@kcc/forms/html');
    return { data: await fillHtml(form, value, options), issues: [] };
  }
  const { fillPdf } = await import('@kcc/forms/pdf');
  const { bytes, pages, issues } = await fillPdf(form, value, options);
  return { data: bytes, pages, issues };
}

interface Template {
  readonly format: 'docx' | 'odt';
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** An official file with tags; its hash must be given, so that a new edition of the form is noticed. */
async function templateOf(
  context: Context,
  format: Format,
  options: OptionValues,
): Promise<Template | undefined> {
  const path = textOption(options, 'template');
  if (path === undefined) return undefined;
  const sha256 = textOption(options, 'sha256');
  if (format !== 'docx' && format !== 'odt') {
    throw new CliError('USAGE', 'usage', '--template 只用於 --to docx 或 odt');
  }
  if (sha256 === undefined || !/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new CliError(
      'USAGE',
      'usage',
      '--template 需要 --sha256：與官方檔案核對過的範本之雜湊值（64 位十六進位）',
    );
  }
  return { format, bytes: await context.readInput(path), sha256 };
}

async function fillTemplate(
  { format, bytes, sha256 }: Template,
  form: Form,
  value: FormData<Form>,
  options: FillOptions,
): Promise<Filled> {
  const fill =
    format === 'docx'
      ? (await import('@kcc/forms/docx')).fillDocxTemplate
      : (await import('@kcc/forms/odt')).fillOdtTemplate;
  return { data: await fill(bytes, form, value, { ...options, sha256 }), issues: [] };
}

async function writeNote(context: Context, form: Form, options: OptionValues): Promise<string | undefined> {
  const path = textOption(options, 'note');
  if (path === undefined) return undefined;
  const { coverNote, sheetTexts } = await import('@kcc/forms');
  await context.writeOutput(path, `${sheetTexts(coverNote(form)).join('\n')}\n`, options.force === true);
  return path;
}

function markLines(form: Form): string[] {
  if (form.marks.length === 0) return [];
  return ['送出前請核對（勿隨表寄出）：', ...form.marks.map(({ id, note }) => `  · ${id}　${note}`)];
}
