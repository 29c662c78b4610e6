import { endOfName, isXmlChar } from './characters.ts';
import type { CodeText } from './code-text.ts';
import type { EntityDeclaration } from './document.ts';
import { characterOf, PREDEFINED } from './entity-expansion.ts';
import { fail, failLimit, note, type Reader, readerOf } from './reader.ts';

/** What a reference stands for: text, mark-up to be read, or nothing that may be had. */
export type Referent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'markup'; readonly name: string; readonly value: string }
  | { readonly type: 'unresolved' };

const UNRESOLVED: Referent = { type: 'unresolved' };

/** Length of `&amp;`, `&lt;` or `&gt;` at an offset, which nearly all documents have; 0 for anything else. */
export function frequentReference({ codes }: CodeText, at: number): number {
  const first = codes[at + 1];
  const second = codes[at + 2];
  const third = codes[at + 3];
  if (second === 116 && third === 59) return first === 108 || first === 103 ? 4 : 0;
  return first === 97 && second === 109 && third === 112 && codes[at + 4] === 59 ? 5 : 0;
}

/** Reads `&…;` at the cursor and moves behind it. */
export function readReference(reader: Reader, inAttribute = false): Referent {
  const { text, pos } = reader;
  const semicolon = endOfReference(text, pos + 1);
  if (semicolon < 0) return fail(reader, 'XML_RAW_AMPERSAND', pos);
  const name = text.slice(pos + 1, semicolon);
  reader.pos = semicolon + 1;
  if (name.startsWith('#')) return { type: 'text', text: readCharacter(reader, name, pos) };
  const predefined = PREDEFINED[name];
  if (predefined !== undefined) return { type: 'text', text: predefined };
  return readEntity(reader, name, pos, inAttribute);
}

/** Offset of the `;` that ends a reference, -1 when it is not written as one. */
function endOfReference(text: CodeText, from: number): number {
  let at = from;
  if (text.at(at) === 35) {
    const hex = text.at(at + 1) === 120;
    const digits = at + (hex ? 2 : 1);
    at = digits;
    while (isDigit(text.at(at), hex)) at += 1;
    if (at === digits) return -1;
  } else {
    at = endOfName(text, from);
    if (at === from) return -1;
  }
  return text.at(at) === 59 ? at : -1;
}

function isDigit(code: number, hex: boolean): boolean {
  if (code >= 48 && code <= 57) return true;
  return hex && ((code >= 65 && code <= 70) || (code >= 97 && code <= 102));
}

function readCharacter(reader: Reader, reference: string, offset: number): string {
  const code = characterOf(reference) ?? -1;
  if (code < 0 || !isXmlChar(code)) {
    return fail(reader, 'XML_REFERENCE_CHARACTER', offset, { reference: `&${reference};` });
  }
  return String.fromCodePoint(code);
}

function readEntity(reader: Reader, name: string, offset: number, inAttribute: boolean): Referent {
  const entity = reader.shared.entities.get(name);
  if (entity === undefined) {
    if (!reader.shared.externalDeclarations) return fail(reader, 'XML_ENTITY_UNKNOWN', offset, { name });
    note(reader, 'XML_ENTITY_UNKNOWN', 'error', offset, { name });
    return UNRESOLVED;
  }
  if (entity.notation !== undefined) return fail(reader, 'XML_ENTITY_UNPARSED', offset, { name });
  if (entity.value === undefined) {
    const params = { name, file: entity.systemId ?? '' };
    // A file must not bring its content into an attribute (WFC: No External Entity References).
    if (inAttribute) return fail(reader, 'XML_ENTITY_EXTERNAL', offset, params);
    note(reader, 'XML_ENTITY_EXTERNAL', 'error', offset, params);
    return UNRESOLVED;
  }
  return expand(reader, entity, entity.value, offset, inAttribute);
}

function expand(
  reader: Reader,
  entity: EntityDeclaration,
  value: string,
  offset: number,
  inAttribute: boolean,
): Referent {
  const { shared } = reader;
  const { name } = entity;
  if (shared.open.includes(name)) return fail(reader, 'XML_ENTITY_RECURSIVE', offset, { name });
  if (shared.open.length >= shared.limits.depth)
    return failLimit(reader, 'depth', shared.open.length + 1, offset);
  shared.expanded += value.length;
  if (shared.expanded > shared.limits.expansion)
    return failLimit(reader, 'expansion', shared.expanded, offset);
  if (value.includes('<')) return { type: 'markup', name, value };
  if (!value.includes('&')) return remember(reader, name, value);
  return expandNested(reader, name, value, inAttribute);
}

/** Replaces the references inside a replacement text. */
function expandNested(reader: Reader, name: string, value: string, inAttribute: boolean): Referent {
  const inner = readerOf(value, reader.shared);
  reader.shared.open.push(name);
  let text = '';
  let markup = false;
  let at = 0;
  for (let next = value.indexOf('&'); next >= 0; next = value.indexOf('&', inner.pos)) {
    inner.pos = next;
    const referent = readReference(inner, inAttribute);
    text += value.slice(at, next);
    if (referent.type === 'text') text += referent.text;
    else if (referent.type === 'unresolved') text += value.slice(next, inner.pos);
    else markup = true;
    at = inner.pos;
  }
  reader.shared.open.pop();
  return markup ? { type: 'markup', name, value } : remember(reader, name, text + value.slice(at));
}

function remember(reader: Reader, name: string, text: string): Referent {
  reader.source.expansions.set(name, text);
  return { type: 'text', text };
}
