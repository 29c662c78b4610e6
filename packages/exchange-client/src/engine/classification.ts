import { attributeOf, childElements, decodeBytes, parseXml, textOf, type XmlElement } from '@kcc/gongwen';
import { ExchangeError } from '../exchange-error.ts';
import type { ByteSource } from '../seal/byte-source.ts';
import { readAll } from '../seal/byte-source.ts';
import type { FileRole } from '../seal/format.ts';

const ORDINARY = new Set(['', '普通']);
const LETTER_BYTES = 64 * 1024 * 1024;

/**
 * Refuses a dispatch whose letter carries a classification level (密等). A letter that cannot be read is refused
 * too, because nobody can tell.
 *
 * @throws {@link ExchangeError} CLASSIFIED_REFUSED, LETTER_UNREADABLE
 */
export async function refuseClassified(
  files: readonly { readonly role: FileRole; readonly name: string; readonly content: ByteSource }[],
): Promise<void> {
  for (const { role, name, content } of files) {
    if (role !== 'print' && !/\.di$/i.test(name)) continue;
    if (content.size > LETTER_BYTES)
      throw new ExchangeError('LETTER_UNREADABLE', { details: { file: name } });
    const { document } = parseXml(decodeBytes(await readAll(content.open())).text);
    if (document === undefined) throw new ExchangeError('LETTER_UNREADABLE', { details: { file: name } });
    const level = classificationOf(document.root);
    if (level !== undefined)
      throw new ExchangeError('CLASSIFIED_REFUSED', { details: { file: name, level } });
  }
}

/** The first level found: the code of 密等, or its text where old letters write it there. */
function classificationOf(element: XmlElement): string | undefined {
  if (element.name === '密等') {
    const level = (attributeOf(element, '代碼') ?? textOf(element)).trim();
    return ORDINARY.has(level) ? undefined : level;
  }
  for (const child of childElements(element)) {
    const level = classificationOf(child);
    if (level !== undefined) return level;
  }
  return undefined;
}
