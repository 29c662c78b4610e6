import type { Item, ItemBlock, Letter, Section } from '../model/index.ts';
import { maskText } from './mask.ts';
import { partyNames } from './parties.ts';

/** Where a text stands. */
export type TextRole = 'subject' | 'section' | 'item' | 'attachments' | 'place' | 'remark';

/** One text of the letter. */
export interface TextPart {
  /** JSON pointer into the letter. */
  readonly path: string;
  readonly role: TextRole;
  readonly text: string;
  /** Name of the 段落 that it stands in. */
  readonly section?: string;
  /** True when items follow below it. */
  readonly parent?: boolean;
  /** Where it begins in the joined text. */
  readonly start: number;
}

/** All running text of a letter, as a whole and in its parts. */
export interface LetterText {
  readonly parts: readonly TextPart[];
  /** Every part, one a line, as written. */
  readonly raw: string;
  /** The same, of equal length, with quotations, titles, names and addresses covered. */
  readonly masked: string;
  /** Every character of `raw`. */
  readonly characters: ReadonlySet<string>;
}

type LoosePart = Omit<TextPart, 'start'>;

/** Collects what is written in sentences: 主旨, 段落, 條列, 附件, 地點, 備註. */
export function letterText(letter: Letter): LetterText {
  const loose: LoosePart[] = [];
  if ('subject' in letter) loose.push({ path: '/subject', role: 'subject', text: letter.subject });
  if ('sections' in letter)
    letter.sections.forEach((section, index) => {
      addBlock(loose, section, `/sections/${index}`, section.name, 'section');
    });
  if (letter.kind === 'meeting' || letter.kind === 'inspection') {
    if (letter.place !== '') loose.push({ path: '/place', role: 'place', text: letter.place });
    if (letter.remarks) addBlock(loose, letter.remarks, '/remarks', '備註', 'remark');
  }
  if (letter.kind === 'review')
    letter.entries.forEach(({ opinion }, index) => {
      addBlock(loose, opinion, `/entries/${index}/opinion`, '會核意見', 'section');
    });
  if (letter.attachmentText !== undefined && letter.attachmentText !== '')
    loose.push({ path: '/attachmentText', role: 'attachments', text: letter.attachmentText });
  return join(loose, partyNames(letter));
}

function addBlock(
  parts: LoosePart[],
  block: ItemBlock | Section,
  path: string,
  section: string,
  role: TextRole,
) {
  const parent = block.items.length > 0;
  if (block.text !== undefined && block.text !== '')
    parts.push({ path: `${path}/text`, role, text: block.text, section, parent });
  addItems(parts, block.items, path, section);
}

function addItems(parts: LoosePart[], items: readonly Item[], path: string, section: string): void {
  items.forEach((item, index) => {
    const own = `${path}/items/${index}`;
    if (item.text !== undefined && item.text !== '')
      parts.push({
        path: `${own}/text`,
        role: 'item',
        text: item.text,
        section,
        parent: item.items.length > 0,
      });
    addItems(parts, item.items, own, section);
  });
}

function join(loose: readonly LoosePart[], names: readonly string[]): LetterText {
  const parts: TextPart[] = [];
  let start = 0;
  for (const part of loose) {
    parts.push({ ...part, start });
    start += part.text.length + 1;
  }
  // A line break inside a text must not look like the end of the part.
  const raw = loose.map(({ text }) => text.replace(/\n/g, '\u2028')).join('\n');
  return { parts, raw, masked: maskText(raw, names), characters: new Set(raw) };
}

/** The part in which a position of the joined text lies. */
export function partAt(text: LetterText, position: number): TextPart | undefined {
  let low = 0;
  let high = text.parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.parts[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return text.parts[low];
}
