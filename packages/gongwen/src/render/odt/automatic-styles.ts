import type { ParagraphBlock } from '../../layout/document.ts';
import { ROLE_STYLES } from '../../layout/role.ts';
import { type DocumentFonts, pt, styleName } from './names.ts';

/** The styles that the body gathers while it is written. */
export interface AutomaticStyles {
  /** Name of the style for a paragraph; its role's own where nothing differs. */
  paragraph(block: ParagraphBlock, breakBefore: boolean): string;
  /** Name of a text style of these properties. */
  text(properties: string): string;
  /** The collected styles as XML. */
  xml(): string;
}

function paragraphProperties(block: ParagraphBlock, breakBefore: boolean): string {
  const style = ROLE_STYLES[block.role];
  const parts: string[] = [];
  // A list's own indents would win over those of the role's style.
  if (block.list !== undefined || block.leftPt !== style.leftPt || block.hangingPt !== style.hangingPt) {
    parts.push(`fo:margin-left="${pt(block.leftPt)}" fo:text-indent="${pt(-block.hangingPt)}"`);
  }
  if (block.spaceBeforePt !== style.spaceBeforePt) parts.push(`fo:margin-top="${pt(block.spaceBeforePt)}"`);
  if (block.linePt !== style.linePt) parts.push(`fo:line-height="${pt(block.linePt)}"`);
  if (block.align !== style.align)
    parts.push(`fo:text-align="${block.align === 'center' ? 'center' : 'start'}"`);
  if (block.keepWithNext) parts.push('fo:keep-with-next="always"');
  if (breakBefore) parts.push('fo:break-before="page"');
  return parts.join(' ');
}

function textProperties(block: ParagraphBlock): string {
  const parts: string[] = [];
  if (block.sizePt !== ROLE_STYLES[block.role].sizePt) {
    parts.push(`fo:font-size="${pt(block.sizePt)}" style:font-size-asian="${pt(block.sizePt)}"`);
  }
  if (block.bold) parts.push('fo:font-weight="bold" style:font-weight-asian="bold"');
  return parts.join(' ');
}

export function createAutomaticStyles(): AutomaticStyles {
  const paragraphs = new Map<string, string>();
  const texts = new Map<string, string>();
  const named = (map: Map<string, string>, prefix: string, content: string): string => {
    const known = map.get(content);
    if (known !== undefined) return known;
    const name = `${prefix}${map.size + 1}`;
    map.set(content, name);
    return name;
  };
  return {
    paragraph(block, breakBefore) {
      const place = paragraphProperties(block, breakBefore);
      const look = textProperties(block);
      if (place === '' && look === '') return styleName(block.role);
      const children = [
        place === '' ? '' : `<style:paragraph-properties ${place}/>`,
        look === '' ? '' : `<style:text-properties ${look}/>`,
      ].join('');
      return named(paragraphs, 'P', ` style:parent-style-name="${styleName(block.role)}">${children}`);
    },
    text: (properties) => named(texts, 'T', `><style:text-properties ${properties}/>`),
    xml() {
      const write = (map: Map<string, string>, family: string) =>
        [...map].map(
          ([content, name]) =>
            `<style:style style:name="${name}" style:family="${family}"${content}</style:style>`,
        );
      return [...write(paragraphs, 'paragraph'), ...write(texts, 'text')].join('');
    },
  };
}

/** Text properties that set every script in the Han font. */
export function hanEverywhere({ han }: DocumentFonts): string {
  return `style:font-name="${han}" style:font-name-asian="${han}"`;
}
