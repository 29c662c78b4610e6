import type { XmlElement } from '../../xml/tree.ts';
import { deriveMarker } from '../marker.ts';
import { filled, present } from '../present.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import type { Item, ItemBlock, Section } from '../section.ts';
import { leaf, parent } from '../writing/elements.ts';

function readItem(element: ElementReader, level: number, index: number): Item {
  const marker = element.attribute('序號') ?? '';
  return present<Item>({
    marker: marker === deriveMarker(level, index) ? undefined : marker,
    text: filled(element.take('文字')?.text()),
    items: readItems(element, level + 1),
  });
}

const readItems = (element: ElementReader, level: number): Item[] =>
  element.takeAll('條列').map((item, index) => readItem(item, level, index));

/** Reads text and items of a 段落 whose name says nothing. */
export function readItemBlock(element: ElementReader): ItemBlock {
  element.attribute('段名');
  return present<ItemBlock>({ text: filled(element.take('文字')?.text()), items: readItems(element, 0) });
}

/** Reads 段落. */
export function readSection(element: ElementReader): Section {
  const written = element.attribute('段名') ?? '';
  const name = written.replace(/[：:]$/, '').trim();
  if (name !== '' && name === written) element.report('READ_SECTION_COLON', { name });
  return { name, ...readItemBlock(element) };
}

const writeItems = (items: readonly Item[], level: number): XmlElement[] =>
  items.map((item, index) =>
    parent('條列', [leaf('文字', item.text), ...writeItems(item.items, level + 1)], {
      序號: item.marker ?? deriveMarker(level, index),
    }),
  );

/** Writes 段落 with a given 段名. */
export function writeItemBlock(block: ItemBlock, heading: string): XmlElement {
  return parent('段落', [leaf('文字', block.text), ...writeItems(block.items, 0)], { 段名: heading });
}

/** Writes 段落; its name gets the colon that the format expects. */
export function writeSection(section: Section): XmlElement {
  const name = section.name.replace(/[：:]$/, '');
  return writeItemBlock(section, name === '' ? '' : `${name}：`);
}
