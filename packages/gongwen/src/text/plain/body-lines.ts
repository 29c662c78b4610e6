import { deriveMarker } from '../../model/marker.ts';
import type { Located, LocatedEntry, Place } from '../located.ts';
import { entriesOf, joinText, type LetterEntries, type Line, listAt, textAt } from './part.ts';

/** Kinds of markers; a text's own order of kinds makes its levels. */
const MARKERS = [
  /^([一二三四五六七八九十百零]+)、/,
  /^[（(]([一二三四五六七八九十百零]+)[）)]/,
  /^(\d+)[、.．](?!\d)/,
  /^[（(](\d+)[）)]/,
  /^([甲乙丙丁戊己庚辛壬癸]+)、/,
  /^[（(]([甲乙丙丁戊己庚辛壬癸]+)[）)]/,
  /^([子丑寅卯辰巳午未申酉戌亥]+)、/,
  /^[（(]([子丑寅卯辰巳午未申酉戌亥]+)[）)]/,
] as const;

interface Draft {
  text: string | undefined;
  readonly marker: string;
  readonly place: Place;
  readonly items: Draft[];
}

/** Text and items of a 段落 from its lines, as record entries `text` and `items`. */
export function readBlock(lines: readonly Line[]): Map<string, LocatedEntry> {
  const root: Draft = { text: undefined, marker: '', place: { line: 1, column: 1 }, items: [] };
  const open: { readonly draft: Draft; readonly kind: number }[] = [];
  for (const line of lines) {
    const kind = MARKERS.findIndex((marker) => marker.test(line.text));
    if (kind < 0) {
      const target = open.at(-1)?.draft ?? root;
      target.text = target.text === undefined ? line.text : joinText(target.text, line.text);
      continue;
    }
    const known = open.findIndex((entry) => entry.kind === kind);
    if (known >= 0) open.length = known;
    const marker = MARKERS[kind]?.exec(line.text)?.[0] ?? '';
    const draft = newItem(line, marker);
    (open.at(-1)?.draft ?? root).items.push(draft);
    open.push({ draft, kind });
  }
  const value = toLocated(root, -1, 0);
  return new Map(entriesOf(value) ?? []);
}

function newItem(line: Line, marker: string): Draft {
  const text = line.text.slice(marker.length).trim();
  return { text: text === '' ? undefined : text, marker, place: line.place, items: [] };
}

/** Digits of full width and the several brackets as the derived markers have them. */
const plainMarker = (marker: string) =>
  marker
    .replace('（', '(')
    .replace('）', ')')
    .replace(/[.．]$/, '、');

function toLocated(draft: Draft, level: number, index: number): Located {
  const { place } = draft;
  const entries = new Map<string, LocatedEntry>();
  if (level >= 0 && plainMarker(draft.marker) !== deriveMarker(level, index)) {
    entries.set('marker', { value: { type: 'text', value: draft.marker, place }, place });
  }
  if (draft.text !== undefined)
    entries.set('text', { value: { type: 'text', value: draft.text, place }, place });
  const items = draft.items.map((item, own) => toLocated(item, level + 1, own));
  entries.set('items', { value: { type: 'list', items, place }, place });
  return { type: 'record', entries, place };
}

/** Lines of a 段落's items, two blanks a level. */
export function formatItems(block: LetterEntries, level = 0): string[] {
  return listAt(block, 'items').flatMap((item, index) => {
    const entries = entriesOf(item);
    if (!entries) return [];
    const marker = textAt(entries, 'marker') ?? deriveMarker(level, index);
    return [
      `${'　'.repeat(level)}${marker}${textAt(entries, 'text') ?? ''}`,
      ...formatItems(entries, level + 1),
    ];
  });
}
