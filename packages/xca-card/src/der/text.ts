import { contentOf, DerError, type Element } from './element.ts';
import { TAG } from './tags.ts';

/** Identifier octets of the string types that {@link textOf} reads. */
export const TEXT_TAGS: ReadonlySet<number> = new Set([
  TAG.utf8String,
  TAG.printableString,
  TAG.numericString,
  TAG.ia5String,
  TAG.visibleString,
  TAG.teletexString,
  TAG.bmpString,
  TAG.universalString,
]);

/** Text of a DirectoryString or IA5String element; TeletexString is read as Latin-1. */
export function textOf(element: Element): string {
  const content = contentOf(element);
  switch (element.tag) {
    case TAG.utf8String:
      return utf8(content);
    case TAG.printableString:
    case TAG.numericString:
    case TAG.ia5String:
    case TAG.visibleString:
      return ascii(content);
    case TAG.teletexString:
      return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
    case TAG.bmpString:
      return wide(content, 2);
    case TAG.universalString:
      return wide(content, 4);
    default:
      throw new DerError('a string was expected');
  }
}

function utf8(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch (cause) {
    throw new DerError('a UTF8String that is not UTF-8', { cause });
  }
}

/** ASCII bytes as text. */
export function ascii(content: Uint8Array): string {
  let text = '';
  for (const byte of content) {
    if (byte >= 0x80) throw new DerError('a byte outside ASCII in a string');
    text += String.fromCharCode(byte);
  }
  return text;
}

function wide(content: Uint8Array, width: 2 | 4): string {
  if (content.length % width !== 0) throw new DerError('a string of odd length');
  let text = '';
  for (let index = 0; index < content.length; index += width) {
    let unit = 0;
    for (let byte = 0; byte < width; byte++) unit = unit * 256 + (content[index + byte] ?? 0);
    if (unit > 0x10ffff) throw new DerError('a character outside Unicode');
    text += width === 2 ? String.fromCharCode(unit) : String.fromCodePoint(unit);
  }
  return text;
}
