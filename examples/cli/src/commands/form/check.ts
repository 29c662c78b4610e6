import type { Command } from '../../frame/command.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { asOfDate, councilOf, DATA_OPTIONS, DATA_USAGE } from './options.ts';
import { readData } from './read-data.ts';

/** `form check ID DATA`: every field, every rule. Secrets are not repeated in the result. */
export const checkCommand: Command = {
  path: ['form', 'check'],
  summary: { zh: '檢查表單資料', en: 'check the data of a form' },
  usage: `ID DATA [--strict] [--draft] ${DATA_USAGE}`,
  options: { ...DATA_OPTIONS, strict: { type: 'boolean' }, draft: { type: 'boolean' } },
  args: [2, 2],
  run: async (context, [id = '', path = ''], options) => {
    const { checkForm, findForm, withoutSecrets } = await import('@kcc/forms');
    const form = findForm(id);
    const data = await readData(context, form, path);
    const checked = checkForm(form, data, {
      asOf: await asOfDate(context, options),
      council: await councilOf(options),
      mode: options.strict ? 'strict' : 'lenient',
      draft: options.draft === true,
    });
    const lines = await issueLines(context, checked.issues);
    const verdict = checked.ok ? '✔ 可以送出' : '✘ 還有錯誤';
    return {
      json: { ...checked, value: withoutSecrets(form, checked.value) },
      text: [`${form.title}：${verdict}`, ...lines].join('\n'),
      exitCode: checked.ok ? 0 : 1,
    };
  },
};
