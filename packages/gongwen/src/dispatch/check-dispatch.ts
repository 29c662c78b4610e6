import { fillTemplate, type Issue, type IssueParams, type Severity } from '@kcc/validators';
import type { LetterBase } from '../model/base.ts';
import type { DocumentType } from '../model/document-type.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import { attachmentsOf } from './attachments-of.ts';
import { type DispatchCode, dispatchMessages } from './check-messages.ts';
import { joinRoster } from './join-roster.ts';
import type { Dispatch } from './read-dispatch.ts';
import type { Roster, RosterEntry } from './roster.ts';

function issue(
  code: DispatchCode,
  path: string,
  params?: IssueParams,
  severity?: Severity,
): Issue<DispatchCode> {
  const [usual, template] = dispatchMessages[code];
  const message = fillTemplate(template, params);
  return { code, severity: severity ?? usual, path, message, ...(params && { params }) };
}

/** The issue of an attachment whose file is not at hand. */
export const attachmentMissing = (file: string, severity?: Severity): Issue<DispatchCode> =>
  issue('DISPATCH_ATTACHMENT_MISSING', '/attachments', { file }, severity);

/**
 * Checks that the files of a dispatch agree: what the letter names is there, what is there is named, everybody in the
 * roster is in the letter and can be reached, attachments are what they were.
 *
 * The files' own oddities are in `dispatch.issues`; this adds only what shows between them.
 */
export function checkDispatch<L extends LetterBase = Letter>(
  dispatch: Dispatch<L>,
  options: { readonly types?: readonly DocumentType[] } = {},
): readonly Issue[] {
  const { letter, document } = dispatch;
  if (!letter || !document) return [issue('DISPATCH_LETTER_MISSING', '')];
  return [
    ...checkLinked(dispatch),
    ...checkAttachmentFiles(dispatch, letter),
    ...checkRoster(dispatch, options.types),
    ...dispatch.others
      .filter((path) => path !== dispatch.rosterDocument?.path)
      .map((file) => issue('DISPATCH_FILE_EXTRA', '', { file })),
  ];
}

const baseName = (path: string) => path.split(/[\\/]/).at(-1) ?? '';

function checkLinked({ document, rosterDocument, messageDocument }: Dispatch<LetterBase>): Issue[] {
  const { roster, message } = document?.linked ?? {};
  const issues: Issue[] = [];
  if (roster === '' && !rosterDocument) issues.push(issue('DISPATCH_ROSTER_UNNAMED', ''));
  if (roster && !rosterDocument) issues.push(issue('DISPATCH_ROSTER_MISSING', '', { file: roster }));
  if (!roster && rosterDocument) {
    issues.push(issue('DISPATCH_ROSTER_UNREFERENCED', '', { file: rosterDocument.path }));
  }
  if (message && !messageDocument) issues.push(issue('DISPATCH_MESSAGE_MISSING', '', { file: message }));
  issues.push(...checkCase(roster, rosterDocument?.path), ...checkCase(message, messageDocument?.path));
  return issues;
}

function checkCase(file: string | undefined, path: string | undefined): Issue[] {
  const found = path === undefined ? undefined : baseName(path);
  if (!file || found === undefined || found === file) return [];
  return [issue('DISPATCH_NAME_CASE', '', { file, found })];
}

function checkAttachmentFiles({ attachments }: Dispatch<LetterBase>, letter: LetterBase): Issue[] {
  const expected = attachmentsOf(letter);
  const issues = attachments.flatMap(({ fileName, found, size, sha256 }, index) => {
    const path = `/attachments/${index}`;
    if (found === undefined) return [attachmentMissing(fileName)];
    const wanted = expected[index]?.sha256;
    return [
      ...(size === 0 ? [issue('DISPATCH_ATTACHMENT_EMPTY', path, { file: fileName })] : []),
      ...(wanted !== undefined && wanted !== sha256
        ? [issue('DISPATCH_ATTACHMENT_CHANGED', path, { file: fileName })]
        : []),
      ...checkCase(fileName, found),
    ];
  });
  const silent = letter.attachments.length > 0 && letter.attachmentText === undefined;
  const count = letter.attachments.length;
  return silent ? [...issues, issue('DISPATCH_ATTACHMENT_TEXT', '/attachmentText', { count })] : issues;
}

function checkRoster(dispatch: Dispatch<LetterBase>, types: readonly DocumentType[] | undefined): Issue[] {
  const { roster, document, rosterDocument } = dispatch;
  const own = document?.letter;
  if (!roster || !own) return [];
  const fields = allTypes(types).find(({ root }) => root === document.root)?.recipientFields ?? [];
  const { matches, unlisted } = joinRoster(own, roster, fields);
  const issues = [...checkEntries(roster)];
  for (const { name } of unlisted) issues.push(issue('DISPATCH_RECIPIENT_UNLISTED', '', { name }));
  for (const { entry, field, recipient } of matches) {
    const path = `/roster/entries/${roster.entries.indexOf(entry)}`;
    const side = entry.copyKind === '副本' ? '副本' : '正本';
    if (entry.copyKind !== undefined && side !== field.copyKind) {
      const params = { name: entry.name, letter: field.element, roster: entry.copyKind };
      issues.push(issue('DISPATCH_COPY_KIND', path, params));
    }
    const { withAttachments: letter } = recipient;
    if (letter !== undefined && entry.withAttachments !== undefined && letter !== entry.withAttachments) {
      const params = { name: entry.name, letter, roster: entry.withAttachments };
      issues.push(issue('DISPATCH_WITH_ATTACHMENTS', path, params));
    }
  }
  return [...issues, ...checkFormats(document, rosterDocument)];
}

function checkEntries({ entries }: Roster): Issue[] {
  if (entries.length === 0) return [issue('DISPATCH_ROSTER_EMPTY', '/roster')];
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const path = `/roster/entries/${index}`;
    if (entry.code === undefined) return [issue('DISPATCH_CODE_MISSING', path, { name: entry.name })];
    const key = keyOf(entry);
    const repeated = seen.has(key);
    seen.add(key);
    return repeated
      ? [issue('DISPATCH_RECIPIENT_REPEATED', path, { name: entry.name, code: entry.code })]
      : [];
  });
}

/** Persons of one agency are different recipients; else the codes tell. */
function keyOf(entry: RosterEntry): string {
  const unitCode = entry.type === 'organisation' ? '' : (entry.unitCode ?? '');
  return `${entry.code ?? ''}/${unitCode}/${entry.type === 'person' ? entry.name : ''}`;
}

function checkFormats(
  letter: Dispatch<LetterBase>['document'],
  roster: Dispatch<LetterBase>['rosterDocument'],
): Issue[] {
  if (!letter || !roster) return [];
  const issues: Issue[] = [];
  if (letter.generation !== roster.generation) {
    const params = { letter: letter.generation ?? '', roster: roster.generation ?? '' };
    issues.push(issue('DISPATCH_GENERATION', '', params));
  }
  if (letter.encoding !== roster.encoding) {
    issues.push(issue('DISPATCH_ENCODING', '', { letter: letter.encoding, roster: roster.encoding }));
  }
  return issues;
}
