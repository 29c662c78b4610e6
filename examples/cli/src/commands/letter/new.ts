import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** `letter new KIND`: a commented draft to start from. */
export const newCommand: Command = {
  path: ['letter', 'new'],
  summary: { zh: '產生附說明的草稿', en: 'a commented draft to start from' },
  usage: 'KIND [--out PATH] [--force]',
  options: { out: { type: 'string' } },
  args: [1, 1],
  run: async (context, [kind = ''], options) => {
    const { documentTypes, newDraft } = await import('@kcc/gongwen');
    const draft = newDraft(kind);
    if (!draft) {
      const known = documentTypes.map((type) => `${type.kind}（${type.label}）`);
      throw new CliError('KIND_UNKNOWN', 'usage', `沒有「${kind}」這種公文；可用：${known.join('、')}`, {
        kind,
        known: documentTypes.map((type) => type.kind),
      });
    }
    const { format, text } = draft;
    if (typeof options.out === 'string') await context.writeOutput(options.out, text, options.force === true);
    return { json: { kind: draft.kind, format, draft: text, path: options.out }, text: text.trimEnd() };
  },
};
