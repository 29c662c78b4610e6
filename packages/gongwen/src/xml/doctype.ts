import { skipSpace } from './characters.ts';
import type { Doctype } from './document.ts';
import { readEntityDeclaration } from './entity-declaration.ts';
import { readAttributeList, readElementDeclaration, readNotationDeclaration } from './markup-declaration.ts';
import { readOther } from './other-markup.ts';
import { fail, failLimit, note, type Reader, readerOf } from './reader.ts';
import {
  type Declarations,
  failDoctype,
  readExternalId,
  requireClose,
  requireName,
  requireSpace,
} from './subset-reader.ts';

/** Reads `<!DOCTYPE …>` at the cursor. Nothing it names is ever opened. */
export function readDoctype(reader: Reader, standalone: boolean): Doctype {
  const { text, source, pos: from } = reader;
  reader.pos += 9;
  requireSpace(reader);
  const name = requireName(reader);
  const external = readOptionalExternalId(reader);
  reader.shared.externalDeclarations = external !== undefined && !standalone;
  const found: Declarations = {
    entities: [],
    notations: [],
    elements: [],
    attributes: [],
    general: new Map(),
    parameters: new Map(),
  };
  reader.shared.entities = found.general;
  reader.pos = skipSpace(text, reader.pos);
  let subset: readonly [from: number, to: number] | undefined;
  if (text.at(reader.pos) === 91) {
    const subsetFrom = reader.pos + 1;
    reader.pos = subsetFrom;
    readDeclarations(reader, found, standalone, true);
    subset = [subsetFrom, reader.pos];
    reader.pos += 1;
  }
  requireClose(reader);
  const { entities, notations, elements, attributes } = found;
  return {
    name,
    ...external,
    entities,
    notations,
    ...(elements.length > 0 && { elements }),
    ...(attributes.length > 0 && { attributes }),
    // These two are made only where somebody asks for them.
    get subset() {
      return subset && text.slice(subset[0], subset[1]);
    },
    get start() {
      return source.positionAt(from);
    },
  };
}

function readOptionalExternalId(reader: Reader): ReturnType<typeof readExternalId> {
  const at = skipSpace(reader.text, reader.pos);
  if (at === reader.pos) return undefined;
  reader.pos = at;
  return readExternalId(reader);
}

/** Reads declarations up to `]`, or to the end of a parameter entity's text. */
function readDeclarations(
  reader: Reader,
  found: Declarations,
  standalone: boolean,
  bracketed: boolean,
): void {
  const { text, shared } = reader;
  for (;;) {
    reader.pos = skipSpace(text, reader.pos);
    const count =
      found.entities.length + found.notations.length + found.elements.length + found.attributes.length;
    if (count > shared.limits.entities) failLimit(reader, 'entities', count);
    const code = text.at(reader.pos);
    if (code === 93 && bracketed) return;
    if (reader.pos >= text.length) {
      if (!bracketed) return;
      fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: 'DOCTYPE' });
    }
    if (code === 37) readParameterReference(reader, found, standalone);
    else readDeclaration(reader, found);
  }
}

const DECLARATIONS = [
  ['<!ENTITY', readEntityDeclaration],
  ['<!NOTATION', readNotationDeclaration],
  ['<!ELEMENT', readElementDeclaration],
  ['<!ATTLIST', readAttributeList],
] as const;

function readDeclaration(reader: Reader, found: Declarations): void {
  const { text, pos } = reader;
  if (readOther(reader) !== undefined) return;
  for (const [word, read] of DECLARATIONS) {
    if (!text.startsWith(word, pos)) continue;
    reader.pos = pos + word.length;
    read(reader, found);
    return;
  }
  failDoctype(reader, 'XML_EXPECTED', text.length - pos < 10 ? text.length : pos, '<!ENTITY');
}

/** `%name;` between declarations: a tag set of the DTD is passed over, an internal one is read. */
function readParameterReference(reader: Reader, found: Declarations, standalone: boolean): void {
  const offset = reader.pos;
  reader.pos += 1;
  const name = requireName(reader);
  if (reader.text.at(reader.pos) !== 59) failDoctype(reader, 'XML_EXPECTED', reader.pos, ';');
  reader.pos += 1;
  const { shared } = reader;
  const entity = found.parameters.get(name);
  if (entity === undefined) {
    if (!shared.externalDeclarations) fail(reader, 'XML_PARAMETER_ENTITY_UNKNOWN', offset, { name });
    note(reader, 'XML_PARAMETER_ENTITY_UNKNOWN', 'error', offset, { name });
    return;
  }
  shared.externalDeclarations = !standalone;
  if (entity.value === undefined) return;
  if (shared.open.includes(`%${name}`)) fail(reader, 'XML_ENTITY_RECURSIVE', offset, { name });
  shared.expanded += entity.value.length;
  if (shared.expanded > shared.limits.expansion) failLimit(reader, 'expansion', shared.expanded, offset);
  if (shared.open.length >= shared.limits.depth) failLimit(reader, 'depth', shared.open.length + 1, offset);
  shared.open.push(`%${name}`);
  readDeclarations(readerOf(entity.value, shared), found, standalone, false);
  shared.open.pop();
}
