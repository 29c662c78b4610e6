import { endOfName, isSpace, skipSpace } from './characters.ts';
import type {
  AttributeDeclaration,
  ElementDeclaration,
  EntityDeclaration,
  NotationDeclaration,
} from './document.ts';
import { checkCharacters } from './other-markup.ts';
import { fail, failSyntax, type Reader } from './reader.ts';

/** What the declarations of an internal subset add up to. */
export interface Declarations {
  readonly entities: EntityDeclaration[];
  readonly notations: NotationDeclaration[];
  readonly elements: ElementDeclaration[];
  readonly attributes: AttributeDeclaration[];
  readonly general: Map<string, EntityDeclaration>;
  readonly parameters: Map<string, EntityDeclaration>;
}

/** Moves behind white space that must be there. */
export function requireSpace(reader: Reader): void {
  const at = skipSpace(reader.text, reader.pos);
  if (at === reader.pos) failDoctype(reader, 'XML_SPACE_MISSING', at);
  reader.pos = at;
}

/** Reads a name that must be there. */
export function requireName(reader: Reader): string {
  const { text, pos } = reader;
  const end = endOfName(text, pos);
  if (end > pos) {
    reader.pos = end;
    return reader.name(pos, end);
  }
  if (pos >= text.length) return failDoctype(reader, 'XML_NAME_MISSING', pos);
  const found = /^[^\s>]{0,40}/.exec(text.slice(pos, pos + 41))?.[0] ?? '';
  return fail(reader, 'XML_DOCTYPE_NAME', pos, { found });
}

/** Moves behind white space and `>`. */
export function requireClose(reader: Reader): void {
  const at = skipSpace(reader.text, reader.pos);
  if (reader.text.at(at) !== 62) failDoctype(reader, 'XML_EXPECTED', at, '>');
  reader.pos = at + 1;
}

/** Reads a quoted text without looking into it. */
export function requireLiteral(reader: Reader): string {
  const { text, pos } = reader;
  const quote = text.at(pos);
  if (quote !== 34 && quote !== 39) return failDoctype(reader, 'XML_EXPECTED', pos, '"');
  const close = text.indexOfCode(quote, pos + 1);
  checkCharacters(reader, pos + 1, close < 0 ? text.length : close);
  if (close < 0) return fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: 'DOCTYPE' });
  reader.pos = close + 1;
  return text.slice(pos + 1, close);
}

/** Reads `SYSTEM "…"` or `PUBLIC "…" "…"`; with `publicOnly` the second text of PUBLIC may be missing. */
export function readExternalId(
  reader: Reader,
  publicOnly = false,
): { readonly systemId?: string; readonly publicId?: string } | undefined {
  const { text, pos } = reader;
  if (text.startsWith('SYSTEM', pos)) {
    reader.pos = pos + 6;
    requireSpace(reader);
    return { systemId: requireLiteral(reader) };
  }
  if (!text.startsWith('PUBLIC', pos)) return undefined;
  reader.pos = pos + 6;
  requireSpace(reader);
  const publicId = readPublicId(reader);
  const next = skipSpace(text, reader.pos);
  const quoted = text.at(next) === 34 || text.at(next) === 39;
  if (publicOnly && !quoted) return { publicId };
  requireSpace(reader);
  return { publicId, systemId: requireLiteral(reader) };
}

function readPublicId(reader: Reader): string {
  const at = reader.pos;
  const publicId = requireLiteral(reader);
  if (!/^[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]*$/.test(publicId)) failDoctype(reader, 'XML_EXPECTED', at, '"');
  return publicId;
}

/** Ends the reading inside the DOCTYPE. */
export function failDoctype(
  reader: Reader,
  code: 'XML_EXPECTED' | 'XML_SPACE_MISSING' | 'XML_NAME_MISSING',
  offset: number,
  expected = '',
): never {
  return failSyntax(reader, code, offset, expected, 'DOCTYPE');
}

/** True when white space stands at the cursor. */
export function atSpace(reader: Reader): boolean {
  return isSpace(reader.text.at(reader.pos));
}
