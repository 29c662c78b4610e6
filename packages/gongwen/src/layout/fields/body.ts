import type { Letter } from '../../model/letter.ts';
import type { Item, ItemBlock, Section } from '../../model/section.ts';
import { type Composer, paragraph } from '../block.ts';
import type { LayoutBlock, ParagraphBlock } from '../document.ts';
import { itemMarker, MARKER_LEVELS } from '../marker.ts';
import { measure, TIMES_AND_SQUARE } from '../metrics.ts';
import { POINTS_PER_CM } from '../page.ts';
import { ITEM_INDENT, type Role, SECTION_INDENTS } from '../role.ts';

/** True when an item shows a marker that does not follow from its place, so that its whole list is printed literally. */
function hasOwnMarkers(items: readonly Item[], level: number): boolean {
  return (
    level > MARKER_LEVELS ||
    items.some((item) => item.marker !== undefined || hasOwnMarkers(item.items, level + 1))
  );
}

interface ItemList {
  readonly composer: Composer;
  /** Undefined where the markers are printed literally. */
  readonly id: number | undefined;
}

function itemBlocks(list: ItemList, items: readonly Item[], level: number, path: string): ParagraphBlock[] {
  const { composer, id } = list;
  return items.flatMap((item, index) => {
    const own = `${path}/${index}`;
    const label = item.marker ?? itemMarker(level, index + 1, composer.options.brackets);
    const markerPt = ITEM_INDENT.firstMarkerPt + (level - 1) * ITEM_INDENT.stepPt;
    const endPt = markerPt + measure(label, TIMES_AND_SQUARE) * 16;
    const leftPt = level === 1 ? Math.max(ITEM_INDENT.textPt, endPt) : endPt;
    const block = paragraph(composer, 'item', {
      path: own,
      label,
      labelKind: 'marker',
      text: item.text ?? '',
      leftPt,
      hangingPt: leftPt - markerPt,
      keepWithNext: item.items.length > 0 && (item.text ?? '') === '',
      ...(id === undefined ? {} : { list: { id, level, index: index + 1 } }),
    });
    return [block, ...itemBlocks(list, item.items, level + 1, `${own}/items`)];
  });
}

/** The items below a text, each level further in. */
export function items(composer: Composer, block: ItemBlock, path: string): ParagraphBlock[] {
  if (block.items.length === 0) return [];
  const id = hasOwnMarkers(block.items, 1) ? undefined : composer.nextList();
  return itemBlocks({ composer, id }, block.items, 1, `${path}/items`);
}

/** A named section: 說明：, 辦法：, 公告事項： with its text or its items. */
export function sectionBlocks(
  composer: Composer,
  section: Section,
  path: string,
  role: Role = 'section',
): LayoutBlock[] {
  const text = section.text ?? '';
  const own = items(composer, section, path);
  if (section.name === '') {
    return text === '' ? own : [paragraph(composer, 'plainText', { path: `${path}/text`, text }), ...own];
  }
  const label = `${section.name}：`;
  const indent = SECTION_INDENTS[[...label].length] ?? [...label].length * 16;
  const head = paragraph(composer, role, {
    path: text === '' ? path : `${path}/text`,
    label,
    text,
    keepWithNext: text === '' && own.length > 0,
    ...(role === 'section' ? { leftPt: indent, hangingPt: indent } : {}),
  });
  return [head, ...own];
}

/** 主旨： with its text. */
export function subject(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!('subject' in letter)) return [];
  // The room for the seal is above it already.
  const place = letter.kind === 'announcement' ? { spaceBeforePt: 0 } : {};
  return [
    paragraph(composer, 'subject', {
      path: '/subject',
      label: '主旨：',
      text: letter.subject,
      ...place,
    }),
  ];
}

/** The text of a 令, which has no named sections on paper. */
export function decreeText(letter: Letter, composer: Composer): LayoutBlock[] {
  if (letter.kind !== 'decree') return [];
  return [paragraph(composer, 'plainText', { path: '/subject', text: letter.subject })];
}

export function sections(letter: Letter, composer: Composer): LayoutBlock[] {
  if (!('sections' in letter)) return [];
  return letter.sections.flatMap((section, index) => sectionBlocks(composer, section, `/sections/${index}`));
}

/** 印信位置: room for the seal between 發文字號 and the text. */
export function sealGap(_letter: Letter, composer: Composer): LayoutBlock[] {
  const heightPt = composer.options.sealGapCm * POINTS_PER_CM;
  return [{ type: 'gap', role: 'seal', path: '/signing', heightPt }];
}
