import { isName, isXmlChar } from './characters.ts';
import type { EntityDeclaration } from './document.ts';
import { characterOf } from './entity-expansion.ts';
import { fail, note, type Reader } from './reader.ts';
import {
  atSpace,
  type Declarations,
  readExternalId,
  requireClose,
  requireLiteral,
  requireName,
  requireSpace,
} from './subset-reader.ts';

/** Reads the rest of `<!ENTITY …>`; the cursor stands behind the key word. */
export function readEntityDeclaration(reader: Reader, found: Declarations): void {
  requireSpace(reader);
  const parameter = reader.text.at(reader.pos) === 37;
  if (parameter) {
    reader.pos += 1;
    requireSpace(reader);
  }
  const name = requireName(reader);
  requireSpace(reader);
  const entity = readDefinition(reader, name, parameter);
  requireClose(reader);
  found.entities.push(entity);
  const known = parameter ? found.parameters : found.general;
  // The first declaration of a name is the binding one (section 4.2).
  if (!known.has(name)) known.set(name, entity);
}

function readDefinition(reader: Reader, name: string, parameter: boolean): EntityDeclaration {
  const at = reader.pos;
  const external = readExternalId(reader);
  const mark = parameter ? { parameter } : {};
  if (external === undefined) return { name, ...mark, value: readEntityValue(reader) };
  checkFragment(reader, name, external.systemId ?? '', at);
  const notation = parameter ? undefined : readNotation(reader);
  return notation === undefined ? { name, ...mark, ...external } : { name, ...external, notation };
}

/** Reads `NDATA name` where it is there. */
function readNotation(reader: Reader): string | undefined {
  if (!atSpace(reader)) return undefined;
  const before = reader.pos;
  requireSpace(reader);
  if (!reader.text.startsWith('NDATA', reader.pos)) {
    reader.pos = before;
    return undefined;
  }
  reader.pos += 5;
  requireSpace(reader);
  if (reader.text.at(reader.pos) !== 62) return requireName(reader);
  // libxml2 overlooks a missing name, and so the letter is read; nothing can declare a notation without a name.
  note(reader, 'XML_NAME_MISSING', 'warning', reader.pos);
  return '';
}

/** Reads a quoted entity value; character references are replaced, others stay. */
function readEntityValue(reader: Reader): string {
  const from = reader.pos + 1;
  const raw = requireLiteral(reader);
  return raw.replace(
    /\r\n?|%|&([^;&\s]*)(;?)/g,
    (whole, reference: string | undefined, end: string, at: number) => {
      if (whole === '%') return fail(reader, 'XML_PERCENT', from + at);
      if (reference === undefined) return '\n';
      if (reference.startsWith('#')) return characterText(reader, reference, end, from + at);
      if (end === '' || !isName(reference)) {
        return fail(reader, 'XML_RAW_AMPERSAND', from + at);
      }
      return whole;
    },
  );
}

function characterText(reader: Reader, reference: string, end: string, offset: number): string {
  const code = characterOf(reference);
  if (code === undefined || end === '') return fail(reader, 'XML_RAW_AMPERSAND', offset);
  if (code < 0 || !isXmlChar(code)) {
    return fail(reader, 'XML_REFERENCE_CHARACTER', offset, { reference: `&${reference};` });
  }
  return String.fromCodePoint(code);
}

const URI_WITH_FRAGMENT =
  /^(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

/** A fragment is an error of XML 1.0 section 4.2.2; libxml2 calls it fatal, so we do in the verdict; the tree can be had all the same. */
function checkFragment(reader: Reader, name: string, file: string, offset: number): void {
  if (file.includes('#') && URI_WITH_FRAGMENT.test(file)) {
    note(reader, 'XML_SYSTEM_ID_FRAGMENT', 'error', offset, { name, file });
    reader.shared.strictlyMalformed = true;
  }
}
