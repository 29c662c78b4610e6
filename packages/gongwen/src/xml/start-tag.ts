import { readAttributeValue } from './attribute-value.ts';
import { endOfName, skipSpace } from './characters.ts';
import { fail, failLimit, failSyntax, type Reader } from './reader.ts';
import type { XmlAttribute } from './tree.ts';

const NO_ATTRIBUTES: readonly XmlAttribute[] = Object.freeze([]);

/** Reads `<name a="…">` or `<name/>` at the cursor; the result stands in the reader. */
export function readStartTag(reader: Reader): void {
  const { text } = reader;
  const nameFrom = reader.pos + 1;
  const nameTo = endOfName(text, nameFrom);
  if (nameTo === nameFrom) failTag(reader);
  const name = reader.name(nameFrom, nameTo);
  reader.tagName = name;
  reader.attributes = NO_ATTRIBUTES;
  reader.selfClosing = false;
  reader.pos = nameTo;
  if (text.at(nameTo) === 62) {
    reader.pos = nameTo + 1;
    return;
  }
  readAttributes(reader, name);
}

function failTag(reader: Reader): never {
  const { text, pos } = reader;
  if (pos + 1 >= text.length) return fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: '<' });
  return fail(reader, 'XML_RAW_LESS_THAN', pos);
}

function readAttributes(reader: Reader, element: string): void {
  const { text } = reader;
  let attributes: XmlAttribute[] | undefined;
  let names: Set<string> | undefined;
  for (;;) {
    const at = skipSpace(text, reader.pos);
    const code = text.at(at);
    if (code === 62 || code === 47) {
      endTag(reader, at, code);
      break;
    }
    if (at === reader.pos) failSyntax(reader, 'XML_SPACE_MISSING', at, '', `<${element}>`);
    reader.pos = at;
    const attribute = readAttribute(reader, element);
    if (attributes === undefined) {
      attributes = [attribute];
    } else {
      if (attributes.length >= 8) names ??= new Set(attributes.map(({ name }) => name));
      const { name } = attribute;
      const twice = names?.has(name) ?? attributes.some((other) => other.name === name);
      if (twice) fail(reader, 'XML_ATTRIBUTE_TWICE', at, { name, element });
      names?.add(name);
      attributes.push(attribute);
    }
    const { length } = attributes;
    if (length > reader.shared.limits.attributes) failLimit(reader, 'attributes', length, at);
  }
  // A copy has no spare room, of which a list that grew has plenty.
  if (attributes !== undefined) reader.attributes = attributes.length > 1 ? attributes.slice() : attributes;
}

function endTag(reader: Reader, at: number, code: number): void {
  if (code === 62) {
    reader.pos = at + 1;
    return;
  }
  if (reader.text.at(at + 1) !== 62) {
    const cut = at + 1 >= reader.text.length;
    failSyntax(reader, 'XML_EXPECTED', cut ? at + 1 : at, '/>', `<${reader.tagName}>`);
  }
  reader.selfClosing = true;
  reader.pos = at + 2;
}

function readAttribute(reader: Reader, element: string): XmlAttribute {
  const { text } = reader;
  const from = reader.pos;
  const to = endOfName(text, from);
  if (to === from) return failSyntax(reader, 'XML_EXPECTED', from, '>', `<${element}>`);
  const name = reader.name(from, to);
  const equals = skipSpace(text, to);
  reader.pos = equals;
  if (text.at(equals) !== 61) {
    return failSyntax(reader, 'XML_EXPECTED', equals, '=', `<${element}>`);
  }
  reader.pos = skipSpace(text, equals + 1);
  return { name, value: readAttributeValue(reader, name) };
}
