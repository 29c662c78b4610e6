import type { Dispatch } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import type { Command, Context } from '../../frame/command.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { withSiblings } from './siblings.ts';

/** `letter read FILE`: the model, with what the roster and the other files beside it say. */
export const readCommand: Command = {
  path: ['letter', 'read'],
  summary: { zh: '讀取公文內容', en: 'read a letter as data' },
  usage: 'FILE [--as json|yaml|text]',
  options: { as: { type: 'string' } },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const { readDispatch, readLetter, readSignOff } = await import('@kcc/gongwen');
    const files = await withSiblings(context, path);
    const [main] = files;
    const single = main && readLetter(main.bytes);
    if (single && !single.letter && (single.roster || single.message || single.consultation)) {
      const { roster, message, consultation, issues } = single;
      return resultOf(context, { roster, message, consultation, issues }, '');
    }
    if (main && single?.kind === 'sign-flow') {
      const { signOff, issues } = readSignOff(main.bytes);
      return resultOf(context, { signOff, issues }, '');
    }
    const dispatch = await readDispatch(files, main ? { main: main.path } : {});
    const { letter, roster, message, attachments, issues } = dispatch;
    const text = await draftOf(dispatch, options.as === undefined ? 'text' : String(options.as));
    return resultOf(context, { letter, roster, message, attachments, issues }, text);
  },
};

async function draftOf({ letter }: Dispatch, as: string): Promise<string> {
  const { formatDraft } = await import('@kcc/gongwen');
  return letter ? formatDraft(letter, as === 'json' || as === 'yaml' ? as : 'text').trimEnd() : '';
}

async function resultOf(
  context: Context,
  json: { readonly issues: readonly Issue[]; readonly [model: string]: unknown },
  draft: string,
) {
  const lines = await issueLines(context, json.issues);
  const body = draft === '' && json.letter === undefined ? JSON.stringify(json, null, 2) : draft;
  const failed = json.issues.some(({ severity }) => severity === 'error');
  return { json, text: [body, ...lines].join('\n'), exitCode: failed ? (1 as const) : (0 as const) };
}
