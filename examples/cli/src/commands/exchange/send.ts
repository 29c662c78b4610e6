import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { bytesSource, fileSource, type SendFile, type SendRequest } from '@kcc/exchange-client';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { ENGINE_OPTIONS, ENGINE_USAGE, withEngine } from './with-engine.ts';
import { deliveryTable, dispatchJson } from './words.ts';

/** `exchange send`: seals and queues one dispatch; done means durable. */
export const sendCommand: Command = {
  path: ['exchange', 'send'],
  summary: { zh: '封裝並排入發文（寫入磁碟後才返回）', en: 'seal and queue a dispatch durably' },
  usage: `DIR|FILE… [--id ID] [--to CODE[/UNIT]…] [--subject TEXT] [--expires ISO] [--operator NAME] ${ENGINE_USAGE}`,
  options: {
    ...ENGINE_OPTIONS,
    id: { type: 'string' },
    to: { type: 'string', multiple: true },
    subject: { type: 'string' },
    expires: { type: 'string' },
    operator: { type: 'string' },
  },
  args: [1, 10_000],
  run: async (context, args, options) => {
    const request = await readRequest(context, args, options);
    return withEngine(context, options, async ({ engine }) => {
      const { created, dispatch, issues } = await engine.send(request);
      const lines = await issueLines(context, issues);
      const head = created ? `已排入發文：${dispatch.id}` : `先前已發過同一份內容：${dispatch.id}`;
      return {
        json: { ...dispatchJson(context, dispatch), created, issues },
        text: [head, deliveryTable(context, dispatch.deliveries), ...lines].join('\n'),
      };
    });
  },
};

async function readRequest(
  context: Context,
  args: readonly string[],
  options: OptionValues,
): Promise<SendRequest> {
  const paths = await expand(args.map((path) => resolve(context.cwd, path)));
  const letter = await readLetterParts(paths);
  const given = Array.isArray(options.to) ? options.to.map(parseRecipient) : [];
  const recipients = given.length > 0 ? given : letter.recipients;
  const subject = typeof options.subject === 'string' ? options.subject : letter.subject;
  if (recipients.length === 0) {
    throw new CliError(
      'RECIPIENTS_MISSING',
      'document',
      '交換表單（SW）沒有受文者代碼，請以 --to 指定機關代碼',
    );
  }
  if (subject === undefined)
    throw new CliError('SUBJECT_MISSING', 'document', '公文沒有主旨，請以 --subject 指定');
  const expires = typeof options.expires === 'string' ? new Date(options.expires) : undefined;
  if (expires !== undefined && Number.isNaN(expires.getTime())) {
    throw new CliError('USAGE', 'usage', '--expires 須為 ISO 時間，例如 2026-12-31T17:00:00+08:00');
  }
  return {
    ...(typeof options.id === 'string' ? { id: options.id } : {}),
    recipients,
    files: await Promise.all(paths.map((path) => sendFile(path, letter))),
    envelope: { subject, ...(expires === undefined ? {} : { expires }) },
    ...(typeof options.operator === 'string' ? { operator: options.operator } : {}),
  };
}

/** A folder stands for the files in it, in the order of their names. */
async function expand(paths: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (info === undefined) throw new CliError('FILE_UNREADABLE', 'usage', `找不到「${path}」`, { path });
    if (!info.isDirectory()) {
      found.push(path);
      continue;
    }
    const names = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
    found.push(...names.map(({ name }) => join(path, name)).sort());
  }
  return found;
}

interface LetterParts {
  readonly main?: string;
  readonly roster?: string;
  readonly subject?: string;
  readonly recipients: SendRequest['recipients'];
}

/** Subject and recipients as the letter and its roster say them. */
async function readLetterParts(paths: readonly string[]): Promise<LetterParts> {
  const { readDispatch } = await import('@kcc/gongwen');
  const small = paths.filter((path) => /\.(di|sw|dm)$/i.test(path));
  const files = await Promise.all(
    small.map(async (path) => ({ path: basename(path), bytes: new Uint8Array(await readFile(path)) })),
  );
  const { letter, document, rosterDocument, roster } = await readDispatch(files);
  const recipients = (roster?.entries ?? []).flatMap((entry) =>
    entry.code === undefined
      ? []
      : [{ code: entry.code, unit: 'unitCode' in entry ? (entry.unitCode ?? '') : '', name: entry.name }],
  );
  return {
    ...(document === undefined ? {} : { main: document.path }),
    ...(rosterDocument === undefined ? {} : { roster: rosterDocument.path }),
    ...(letter !== undefined && 'subject' in letter && letter.subject !== ''
      ? { subject: letter.subject }
      : {}),
    recipients,
  };
}

async function sendFile(path: string, letter: LetterParts): Promise<SendFile> {
  const name = basename(path).normalize('NFC');
  const role = name === letter.main ? 'print' : name === letter.roster ? 'description' : 'other';
  const content = await fileSource(path);
  return { name, role, content: content.size === 0 ? bytesSource(new Uint8Array(0)) : content };
}

function parseRecipient(text: string) {
  const [code = '', unit = ''] = text.split('/', 2);
  return { code, unit };
}
