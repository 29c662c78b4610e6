import type { Command } from '../../frame/command.ts';

/** `form schema ID`: JSON Schema 2020-12 of a form's data. */
export const schemaCommand: Command = {
  path: ['form', 'schema'],
  summary: { zh: '輸出表單資料的 JSON Schema', en: 'JSON Schema 2020-12 of the data' },
  usage: 'ID',
  args: [1, 1],
  run: async (_context, [id = '']) => {
    const { findForm, toJsonSchema } = await import('@kcc/forms');
    const schema = toJsonSchema(findForm(id));
    return { json: schema, text: JSON.stringify(schema, null, 2) };
  },
};
