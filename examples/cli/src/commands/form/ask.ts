import type { Form } from '@kcc/forms';
import type { Interview, Question } from '@kcc/forms/prompts';
import type { Command, Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { asOfDate, councilOf, DATA_OPTIONS, DATA_USAGE, textOption } from './options.ts';

/** `form ask ID --out DATA`: one question after the other; stopped and started again it goes on where it was. */
export const askCommand: Command = {
  path: ['form', 'ask'],
  summary: { zh: '一題一題問，填好表單資料（可中斷續填）', en: 'a guided, resumable interview' },
  usage: `ID --out DATA [--keep-contact] ${DATA_USAGE}`,
  options: { ...DATA_OPTIONS, out: { type: 'string' }, 'keep-contact': { type: 'boolean' } },
  args: [1, 1],
  run: async (context, [id = ''], options) => {
    const { checkForm, findForm, withoutSecrets } = await import('@kcc/forms');
    const form = findForm(id);
    const out = textOption(options, 'out');
    if (out === undefined) throw new CliError('USAGE', 'usage', '請用 --out 指定資料檔');
    if (!context.interactive) throw new CliError('NOT_INTERACTIVE', 'usage', 'form ask 需要在終端機上執行');
    if (options.force !== true) await assertAbsent(context, out);
    const asOf = await asOfDate(context, options);
    const saved = `${out}.partial`;
    const keepPersonal = options['keep-contact'] === true;
    const done = await interview(context, form, { asOf, saved, keepPersonal });
    const checked = checkForm(form, done.data, { asOf, council: await councilOf(options) });
    const value = withoutSecrets(form, checked.value);
    await context.writeOutput(out, `${JSON.stringify(value, null, 2)}\n`, options.force === true);
    // The progress is over: what it held now stands in the data file.
    const { startInterview } = await import('@kcc/forms/prompts');
    await context.writeOutput(saved, JSON.stringify(startInterview(form)), true);
    const lines = await issueLines(context, checked.issues);
    return {
      json: { ...checked, value, path: out },
      text: [`✔ ${form.title} → ${out}`, ...lines].join('\n'),
      exitCode: checked.ok ? 0 : 1,
    };
  },
};

/** Better to refuse before the first question than after the last. */
async function assertAbsent(context: Context, path: string): Promise<void> {
  const bytes = await context.readInput(path).catch(() => undefined);
  if (bytes !== undefined) {
    throw new CliError('FILE_EXISTS', 'usage', `「${path}」已存在；要覆寫請加 --force`, { path });
  }
}

interface InterviewSettings {
  readonly asOf: string;
  /** Where the progress is kept between two runs. */
  readonly saved: string;
  readonly keepPersonal: boolean;
}

async function interview(context: Context, form: Form, settings: InterviewSettings): Promise<Interview> {
  const { answerInterview, nextQuestion, savableInterview, stepBack } = await import('@kcc/forms/prompts');
  let state = await begin(context, form, settings.saved);
  let topic = '';
  for (let question = nextQuestion(form, state); question; question = nextQuestion(form, state)) {
    if (question.topic !== topic) context.note(`\n【${question.topic}】`);
    topic = question.topic;
    const text = await context.ask(prompt(question));
    if (text.trim() === '<') {
      state = stepBack(state);
      continue;
    }
    const answer = answerInterview(form, state, question, text, settings);
    for (const line of await issueLines(context, answer.issues)) context.note(line);
    state = answer.interview;
    const kept = savableInterview(form, state, { keepPersonal: settings.keepPersonal });
    await context.writeOutput(settings.saved, JSON.stringify(kept), true);
  }
  return state;
}

async function begin(context: Context, form: Form, saved: string): Promise<Interview> {
  const { resumeInterview, startInterview } = await import('@kcc/forms/prompts');
  const bytes = await context.readInput(saved).catch(() => undefined);
  if (bytes === undefined) {
    context.note(`${form.title}\n${form.purpose}\n（直接按 Enter 略過選填欄位；輸入 < 回上一題）`);
    return startInterview(form);
  }
  const resumed = resumeInterview(form, JSON.parse(new TextDecoder().decode(bytes)));
  if (resumed.answered.length > 0) context.note(`接續上次的填寫（${saved}）`);
  return resumed;
}

function prompt({ label, hint, required, choices, example, initial, kind }: Question): string {
  const numbered = choices?.map((choice, place) => `  ${place + 1}) ${choice.label}`) ?? [];
  const remarks = [
    required ? '必填' : '選填',
    ...(kind === 'yes-no' ? ['是/否'] : []),
    ...(example === undefined ? [] : [`例：${example}`]),
    ...(initial === undefined ? [] : [`預設：${initial}`]),
  ];
  const lines = [...(hint === undefined ? [] : [`  ${hint}`]), ...numbered];
  return [...lines, `${label}（${remarks.join('；')}）：`].join('\n');
}
