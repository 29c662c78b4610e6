import { skipSpace } from './characters.ts';
import type { CodeText } from './code-text.ts';
import { readDoctype } from './doctype.ts';
import type { Doctype, Prolog } from './document.ts';
import { readOther } from './other-markup.ts';
import { fail, type Reader } from './reader.ts';
import type { XmlOther } from './tree.ts';
import { readXmlDeclaration } from './xml-declaration.ts';

/** Reads everything before the root element; the cursor then stands at the root's `<`. */
export function readProlog(reader: Reader): Prolog {
  const { text } = reader;
  const declaration = readXmlDeclaration(reader);
  const other: XmlOther[] = [];
  let doctype: Doctype | undefined;
  for (;;) {
    reader.pos = skipSpace(text, reader.pos);
    const { pos } = reader;
    const node = readOther(reader);
    if (node !== undefined) other.push(node);
    else if (text.startsWith('<!DOCTYPE', pos) && doctype === undefined) {
      doctype = readDoctype(reader, declaration?.standalone === 'yes');
    } else if (text.at(pos) === 60 && text.at(pos + 1) !== 33) {
      // spreading takes longer than all the rest
      const prolog: { -readonly [Key in keyof Prolog]: Prolog[Key] } = { other };
      if (declaration !== undefined) prolog.declaration = declaration;
      if (doctype !== undefined) prolog.doctype = doctype;
      return prolog;
    } else return failBefore(reader);
  }
}

function failBefore(reader: Reader): never {
  const { text, pos } = reader;
  if (pos >= text.length) return fail(reader, 'XML_NO_ROOT', text.length);
  const rest = text.slice(pos, pos + 10);
  const cut = '<!DOCTYPE'.startsWith(rest) || '<!--'.startsWith(rest);
  if (cut) return fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: 'DOCTYPE' });
  return fail(reader, 'XML_BEFORE_ROOT', pos, { found: excerpt(text, pos) });
}

/** A few characters of the line at an offset, for messages. */
export function excerpt(text: CodeText, from: number): string {
  return /^[^\r\n]{0,20}/.exec(text.slice(from, from + 20))?.[0] ?? '';
}
