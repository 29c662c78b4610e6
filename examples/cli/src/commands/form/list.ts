import type { Form } from '@kcc/forms';
import type { Command } from '../../frame/command.ts';
import { table } from '../../frame/table.ts';

/** `form list`: every form with its edition and what it can be turned into. */
export const listCommand: Command = {
  path: ['form', 'list'],
  summary: { zh: '列出所有申請書表', en: 'every form, its edition and outputs' },
  usage: '',
  args: [0, 0],
  run: async () => {
    const { forms, inputFieldsOf, tracksOfForm } = await import('@kcc/forms');
    const rows = forms.map((form) => ({
      id: form.id,
      title: form.title,
      purpose: form.purpose,
      edition: form.edition,
      effective: form.effective,
      source: form.source,
      verifiedOn: form.verifiedOn,
      fields: inputFieldsOf(form).length,
      rules: form.rules.map(({ id }) => id),
      outputs: outputsOf(form),
      tracks: tracksOfForm(form.id).map(({ id }) => id),
      unverified: form.marks.filter(({ kind }) => kind === 'unverified').length,
    }));
    const lines = rows.map((row) => [
      row.id,
      row.title,
      row.edition,
      row.outputs.join(' ') || '（只在網頁填寫）',
    ]);
    return { json: rows, text: table([['代號', '名稱', '版次', '輸出'], ...lines]) };
  },
};

function outputsOf(form: Form): string[] {
  return form.outputs.letter || form.outputs.sheet ? ['docx', 'odt', 'pdf', 'html'] : [];
}
