import type { LayoutDocument, ParagraphBlock } from '../../layout/document.ts';

/** Lines of every field that a template may name, by the field's Chinese name. */
export type TemplateFields = ReadonlyMap<string, readonly string[]>;

const nameOf = (label: string): string => label.replace(/[：\s　]/g, '');

/** An item with its marker, one U+3000 further in on each level. */
const itemLine = (block: ParagraphBlock): string =>
  `${'　'.repeat(block.path.split('/items/').length - 2)}${block.label}${block.text}`;

/**
 * The fields of a letter: 全銜, 文別, every labelled field under its label (受文者, 主旨, 說明 …, a section with its
 * items), 本文 for all sections, 署名.
 */
export function templateFields(document: LayoutDocument): TemplateFields {
  const fields = new Map<string, string[]>();
  const body: string[] = [];
  let section: string[] | undefined;
  for (const block of document.blocks) {
    if (block.type !== 'paragraph') continue;
    if (block.role === 'item') {
      section?.push(itemLine(block));
      body.push(itemLine(block));
    } else if (block.labelKind === 'name') {
      const lines = block.text === '' ? [] : block.text.split('\n');
      section = lines;
      fields.set(nameOf(block.label), lines);
      if (block.role === 'section') body.push(`${block.label}${block.text}`);
    } else if (block.role === 'plainText') body.push(...block.text.split('\n'));
    else if (block.role === 'signature') fields.set('署名', block.text.split('\n'));
  }
  fields.set('全銜', [document.issuer]);
  fields.set('文別', [document.heading]);
  fields.set('本文', body);
  return fields;
}
