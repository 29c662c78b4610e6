import { readAttributeValue } from './attribute-value.ts';
import { isNameChar, skipSpace } from './characters.ts';
import type { CodeText } from './code-text.ts';
import { ContentSpecError, parseContentSpec } from './content-spec.ts';
import type { AttributeDeclaration } from './document.ts';
import type { Reader } from './reader.ts';
import {
  atSpace,
  type Declarations,
  failDoctype,
  readExternalId,
  requireClose,
  requireName,
  requireSpace,
} from './subset-reader.ts';

/** Reads the rest of `<!NOTATION …>`. */
export function readNotationDeclaration(reader: Reader, found: Declarations): void {
  requireSpace(reader);
  const name = requireName(reader);
  requireSpace(reader);
  const external = readExternalId(reader, true);
  if (external === undefined) failDoctype(reader, 'XML_EXPECTED', reader.pos, 'SYSTEM');
  requireClose(reader);
  found.notations.push({ name, ...external });
}

/** Reads the rest of `<!ELEMENT …>`. */
export function readElementDeclaration(reader: Reader, found: Declarations): void {
  requireSpace(reader);
  const name = requireName(reader);
  requireSpace(reader);
  const from = reader.pos;
  const close = reader.text.indexOfCode(62, from);
  const model = reader.text.slice(from, close < 0 ? reader.text.length : close);
  try {
    reader.pos = from + parseContentSpec(model).end;
  } catch (error) {
    if (!(error instanceof ContentSpecError)) throw error;
    failDoctype(reader, 'XML_EXPECTED', from + error.offset, error.expected);
  }
  const content = reader.text.slice(from, reader.pos).replace(/[\t\n\r ]/g, '');
  requireClose(reader);
  found.elements.push({ name, content });
}

/** Reads the rest of `<!ATTLIST …>`. */
export function readAttributeList(reader: Reader, found: Declarations): void {
  requireSpace(reader);
  const element = requireName(reader);
  while (atSpace(reader)) {
    requireSpace(reader);
    if (reader.text.at(reader.pos) === 62) break;
    found.attributes.push(readAttributeDefinition(reader, element));
  }
  requireClose(reader);
}

function readAttributeDefinition(reader: Reader, element: string): AttributeDeclaration {
  const name = requireName(reader);
  requireSpace(reader);
  const type = readAttributeType(reader);
  requireSpace(reader);
  return { element, name, type, ...readDefault(reader, name) };
}

const ATTRIBUTE_TYPES = [
  'CDATA',
  'IDREFS',
  'IDREF',
  'ID',
  'ENTITY',
  'ENTITIES',
  'NMTOKENS',
  'NMTOKEN',
] as const;

function readAttributeType(reader: Reader): string | readonly string[] {
  const { text } = reader;
  if (text.startsWith('NOTATION', reader.pos)) {
    reader.pos += 8;
    requireSpace(reader);
  }
  if (text.at(reader.pos) === 40) return readEnumeration(reader);
  const type = ATTRIBUTE_TYPES.find((word) => text.startsWith(word, reader.pos));
  if (type === undefined) return failDoctype(reader, 'XML_EXPECTED', reader.pos, 'CDATA');
  reader.pos += type.length;
  return type;
}

function readEnumeration(reader: Reader): readonly string[] {
  const { text } = reader;
  const values: string[] = [];
  let at = reader.pos;
  do {
    const from = skipSpace(text, at + 1);
    const to = endOfToken(text, from);
    if (to === from) return failDoctype(reader, 'XML_NAME_MISSING', from);
    values.push(text.slice(from, to));
    at = skipSpace(text, to);
  } while (text.at(at) === 124);
  if (text.at(at) !== 41) return failDoctype(reader, 'XML_EXPECTED', at, ')');
  reader.pos = at + 1;
  return values;
}

/** Offset behind an Nmtoken. */
function endOfToken(text: CodeText, from: number): number {
  let at = from;
  while (isNameChar(text.pointAt(at))) at += text.pointAt(at) > 0xffff ? 2 : 1;
  return at;
}

function readDefault(reader: Reader, name: string): { required?: true; default?: string } {
  const { text, pos } = reader;
  if (text.startsWith('#REQUIRED', pos)) {
    reader.pos = pos + 9;
    return { required: true };
  }
  if (text.startsWith('#IMPLIED', pos)) {
    reader.pos = pos + 8;
    return {};
  }
  if (text.startsWith('#FIXED', pos)) {
    reader.pos = pos + 6;
    requireSpace(reader);
  }
  return { default: readAttributeValue(reader, name) };
}
