import type { Located, Place } from '../located.ts';
import { entriesOf, type LetterEntries, type Line, recordOf, textAt } from './part.ts';

const TYPE_WORDS = { unit: '單位', person: '個人', collective: '總稱', roster: '交換表' } as const;
const CHANNEL_WORDS = { electronic: '電子', paper: '紙本' } as const;

const ENTRY = /^(.*?)(?:【([^】]*)】)?(?:[（(]((?:均)?不?含附件)[）)])?$/;
const CODE = /^(?=.)[A-Z0-9]{0,10}(?:\/[A-Z0-9]{1,8})?$/i;

const keyOf = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.keys(words).find((key) => words[key] === word);

/**
 * One party as a draft's line has it: the name, a person's title behind a full-width blank, then what the letter does
 * not show, such as `【單位 Z10000002C/UZ00001】` or `【紙本】`, and （含附件）.
 */
export function formatParty(party: Located): string {
  const entries = entriesOf(party);
  if (!entries) return '';
  const type = textAt(entries, 'type') ?? 'organisation';
  const name = textAt(entries, 'name') ?? textAt(entries, 'text') ?? '';
  const title = textAt(entries, 'title');
  const notes = bracketNotes(entries, type).join(' ');
  const attachments = textAt(entries, 'withAttachments');
  return [
    name,
    title === undefined ? '' : `　${title}`,
    notes === '' ? '' : `【${notes}】`,
    attachments === undefined ? '' : `（${attachments}）`,
  ].join('');
}

function bracketNotes(entries: LetterEntries, type: string): string[] {
  const code = textAt(entries, 'code');
  const unitCode = textAt(entries, 'unitCode');
  const channel = textAt(entries, 'channel');
  const copyKind = textAt(entries, 'copyKind');
  const typeWord = (TYPE_WORDS as Readonly<Record<string, string>>)[type];
  return [
    typeWord,
    `${code ?? ''}${unitCode === undefined ? '' : `/${unitCode}`}`,
    channel && (CHANNEL_WORDS as Readonly<Record<string, string>>)[channel],
    copyKind && `本別=${copyKind}`,
  ].filter((note) => note !== undefined && note !== '') as string[];
}

/** Reads {@link formatParty}'s line; anything else is an organisation's name. */
export function readParty({ text, place }: Line): Located {
  const [, head = '', notes = '', withAttachments] = ENTRY.exec(text.trim()) ?? [];
  const words = notes.split(/[\s　]+/).filter((word) => word !== '');
  const type =
    words.map((word) => keyOf(TYPE_WORDS, word)).find((key) => key !== undefined) ?? 'organisation';
  const [code = '', unitCode] = words.find((word) => CODE.test(word))?.split('/') ?? [];
  const channel = words.map((word) => keyOf(CHANNEL_WORDS, word)).find((key) => key !== undefined);
  const copyKind = words.find((word) => word.startsWith('本別='))?.slice('本別='.length);
  const [name = '', title] = type === 'person' ? head.trim().split(/　(.*)/s, 2) : [head.trim()];
  const shared = { code: code === '' ? undefined : code, unitCode, withAttachments, channel, copyKind };
  if (type === 'roster') return recordOf({ type, text: name }, place);
  return recordOf({ type, name, title, ...shared }, place);
}

/** Splits `A、B、C`, but not inside 【】. */
export function splitParties(line: Line): Line[] {
  const parts = line.text.match(/(?:【[^】]*】|[^、])+/g) ?? [];
  return parts.map((text) => ({ text: text.trim(), place: line.place })).filter(({ text }) => text !== '');
}

/** Splits every line of a list. */
export const readParties = (lines: readonly Line[]): Located => ({
  type: 'list',
  items: lines.flatMap(splitParties).map(readParty),
  ...placeOf(lines),
});

const placeOf = ([first]: readonly Line[]): { place?: Place } => (first ? { place: first.place } : {});
