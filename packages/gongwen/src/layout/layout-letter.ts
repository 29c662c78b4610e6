import { GongwenError } from '../errors/gongwen-error.ts';
import type { Letter } from '../model/letter.ts';
import { createComposer } from './block.ts';
import type { LayoutBlock, LayoutDocument } from './document.ts';
import { COPY_MARKS, resolveLayout } from './options.ts';
import { PAPER_ORDER } from './paper-order.ts';
import { definePaperType, type PaperLetter, type PaperOptions, type PaperType } from './paper-type.ts';
import type { Role } from './role.ts';
import { partyText } from './wording.ts';

const BODY: ReadonlySet<Role> = new Set([
  'subject',
  'section',
  'plainText',
  'item',
  'meetingField',
  'remarks',
]);
const TAIL: ReadonlySet<Role> = new Set([
  'recipients',
  'copies',
  'attendees',
  'submitTo',
  'signature',
  'signedDate',
]);

/** A tail with more characters than this may begin a page of its own. */
const LONGEST_KEPT_TAIL = 600;

/** Ties 正本, 副本 and 署名 to the last paragraph of the text, so that no page holds them alone (GW-Y014). */
function keepTail(blocks: readonly LayoutBlock[]): LayoutBlock[] {
  const kept = [...blocks];
  const end = kept.findIndex((block) => block.type === 'pageBreak');
  let index = (end < 0 ? kept.length : end) - 1;
  let length = 0;
  for (let last = true; index >= 0; index--, last = false) {
    const block = kept[index];
    if (block?.type !== 'paragraph' || !(TAIL.has(block.role) || BODY.has(block.role))) break;
    if (BODY.has(block.role) && last) break;
    length += BODY.has(block.role) ? 0 : block.label.length + block.text.length;
    if (length > LONGEST_KEPT_TAIL) return [...blocks];
    if (!last) kept[index] = { ...block, keepWithNext: true };
    if (BODY.has(block.role)) break;
  }
  return kept;
}

/** The word after 全銜: the subtype of the letter, or the kind's own name. */
function kindWord(letter: Letter): string {
  switch (letter.kind) {
    case 'letter':
    case 'decree':
      return letter.subtype;
    case 'announcement':
      return '公告';
    case 'meeting':
      return '開會通知單';
    case 'inspection':
      return '會勘通知單';
    case 'memo':
      return '簽';
    case 'review':
      return '簽稿會核單';
    case 'joint':
      return '會銜公文會辦單';
  }
}

const isKnown = (letter: PaperLetter): letter is Letter => Object.hasOwn(PAPER_ORDER, letter.kind);

function paperOf(letter: PaperLetter, papers: readonly PaperType[]): PaperType {
  const own = papers.find(({ kind }) => kind === letter.kind);
  if (own !== undefined) return own;
  if (!isKnown(letter)) throw new GongwenError('PAPER_KIND_UNKNOWN', { kind: letter.kind });
  return definePaperType<Letter>({
    kind: letter.kind,
    heading: kindWord(letter),
    fields: PAPER_ORDER[letter.kind],
  });
}

/**
 * Puts a letter on paper: its blocks in paper order with their roles, labels, markers, sizes and indents.
 *
 * Nothing is measured here except markers; {@link paginate} makes lines and pages.
 *
 * @param letter any kind of letter; an agency's own kind needs its paper in `options.papers`.
 * @param options which copy, and the points where agencies differ.
 * @throws RangeError on an option that is out of range.
 * @throws GongwenError `PAPER_KIND_UNKNOWN`.
 */
export function layoutLetter(letter: PaperLetter, options: PaperOptions = {}): LayoutDocument {
  const resolved = resolveLayout(options);
  const { heading, fields } = paperOf(letter, options.papers ?? []);
  const composer = createComposer(resolved, heading);
  const blocks = fields.flatMap((field) => field(letter, composer));
  const issuer = letter.issuers.map(partyText).join('、');
  const about = 'subject' in letter && typeof letter.subject === 'string' ? letter.subject : '';
  return {
    kind: letter.kind,
    heading,
    title: [`${issuer}${heading}`, about].filter((part) => part !== '').join('：'),
    issuer,
    language: 'zh-TW',
    page: resolved.page,
    blocks: keepTail(blocks),
    bindingLine: resolved.bindingLine,
    pageNumbers: resolved.pageNumbers,
    edgeMarks: resolved.copy === 'received' || resolved.copy === 'paper',
    mark: COPY_MARKS[resolved.copy],
  };
}
