import type { Letter } from '../model/letter.ts';
import { createComposer } from './block.ts';
import type { LayoutBlock, LayoutDocument } from './document.ts';
import { kindWord } from './fields/head.ts';
import { COPY_MARKS, type LayoutOptions, resolveLayout } from './options.ts';
import { PAPER_ORDER } from './paper-order.ts';
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

/**
 * Puts a letter on paper: its blocks in paper order with their roles, labels, markers, sizes and indents.
 *
 * Nothing is measured here except markers; {@link paginate} makes lines and pages.
 *
 * @param letter any kind of letter.
 * @param options which copy, and the points where agencies differ.
 * @throws RangeError on an option that is out of range.
 */
export function layoutLetter(letter: Letter, options: LayoutOptions = {}): LayoutDocument {
  const resolved = resolveLayout(options);
  const composer = createComposer(resolved);
  const blocks = PAPER_ORDER[letter.kind].flatMap((field) => field(letter, composer));
  const issuer = letter.issuers.map(partyText).join('、');
  const about = 'subject' in letter ? letter.subject : '';
  return {
    kind: letter.kind,
    title: [`${issuer}${kindWord(letter)}`, about].filter((part) => part !== '').join('：'),
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
