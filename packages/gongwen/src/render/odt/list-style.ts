import { type BracketWidth, MARKER_LEVELS } from '../../layout/marker.ts';
import { hanEverywhere } from './automatic-styles.ts';
import { type DocumentFonts, pt } from './names.ts';

/** Name of the one list style; each list of the letter begins it anew. */
export const LIST_STYLE = 'Gongwen_items';

const MARKER_STYLE = 'Gongwen_marker';

const FORMATS = ['一, 二, 三, ...', '1', '甲, 乙, 丙, ...', '子, 丑, 寅, ...'] as const;

/** 一、 (一) 1、 (1) 甲、 (甲) 子、 (子) as a list of real levels; the paragraphs bring their own indents. */
export function listStyleXml(fonts: DocumentFonts, brackets: BracketWidth): string {
  const [open, close] = brackets === 'full' ? ['（', '）'] : ['(', ')'];
  const levels = Array.from({ length: MARKER_LEVELS }, (_, index) => {
    const around =
      index % 2 === 0 ? 'style:num-suffix="、"' : `style:num-prefix="${open}" style:num-suffix="${close}"`;
    const marker = index === 0 ? ` text:style-name="${MARKER_STYLE}"` : '';
    const format = FORMATS[Math.floor(index / 2)] ?? '1';
    const position =
      '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties>';
    return `<text:list-level-style-number text:level="${index + 1}"${marker} ${around} style:num-format="${format}">${position}</text:list-level-style-number>`;
  });
  /** 1.5 pt over the two characters of 一、 brings the text to its edge. */
  const spacing = `<style:style style:name="${MARKER_STYLE}" style:family="text"><style:text-properties ${hanEverywhere(fonts)} fo:letter-spacing="${pt(0.76)}"/></style:style>`;
  return `${spacing}<text:list-style style:name="${LIST_STYLE}">${levels.join('')}</text:list-style>`;
}
