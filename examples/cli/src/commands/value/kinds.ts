import type { Command } from '../../frame/command.ts';
import { table } from '../../frame/table.ts';

/** `value kinds`: what can be checked, with an example of each. */
export const kinds: Command = {
  path: ['value', 'kinds'],
  summary: { zh: '列出可檢查的值與範例', en: 'list the kinds of values with examples' },
  usage: '',
  args: [0, 0],
  async run({ lang }) {
    const { valueKinds } = await import('@kcc/validators');
    const rows = Object.entries(valueKinds).map(([kind, { label, example, source, ...entry }]) => ({
      kind,
      label: lang === 'en' ? label.en : label.zh,
      example,
      source,
      secret: 'secret' in entry,
    }));
    const heading = lang === 'en' ? ['kind', 'what', 'example'] : ['種類', '說明', '範例'];
    const lines = rows.map(({ kind, label, example }) => [kind, label, example]);
    return { json: rows, text: table([heading, ...lines]) };
  },
};
