import type { XmlElement } from '../../xml/tree.ts';
import type { LetterBase, LetterBody } from '../base.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import { leaf, parent } from '../writing/elements.ts';
import { readSection, writeSection } from './section.ts';

/** Reads an element that holds one 文字, such as 主旨. */
export const readTextOf = (element: ElementReader | undefined): string => {
  if (!element) return '';
  const inner = element.take('文字');
  return inner ? inner.text() : element.text();
};

/** Writes an element that holds one 文字. */
export const writeTextOf = (name: string, text: string): XmlElement => parent(name, [leaf('文字', text)]);

/** Reads 主旨 and 段落*. */
export function readBody(root: ElementReader): LetterBody {
  return { subject: readTextOf(root.require('主旨')), sections: root.takeAll('段落').map(readSection) };
}

/** Writes 主旨 and 段落*. */
export function writeBody(body: LetterBody): XmlElement[] {
  return [writeTextOf('主旨', body.subject), ...body.sections.map(writeSection)];
}

/** Reads 署名*; blank ones are none. */
export function readSignatures(root: ElementReader): string[] {
  return root
    .takeAll('署名')
    .map((line) => line.text())
    .filter((line) => line !== '');
}

export const writeSignatures = (letter: Pick<LetterBase, 'signatures'>): XmlElement[] =>
  letter.signatures.map((line) => leaf('署名', line));
