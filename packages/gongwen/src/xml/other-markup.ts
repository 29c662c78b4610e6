import { endOfName, findForbidden, isSpace } from './characters.ts';
import { ReadLeaf, type ReadOther } from './read-nodes.ts';
import { describeCharacter, fail, type Reader } from './reader.ts';

/** Fails when a character between two offsets is not allowed. */
export function checkCharacters(reader: Reader, from: number, to: number): void {
  const at = findForbidden(reader.text, from, to);
  if (at < 0) return;
  fail(reader, 'XML_CHARACTER', at, { character: describeCharacter(reader.text.pointAt(at)) });
}

/** Checks one character, such as a surrogate pair or a control character; gives its last offset. */
export function checkCharacter(reader: Reader, at: number): number {
  checkCharacters(reader, at, at + 1);
  return reader.text.pointAt(at) > 0xffff ? at + 1 : at;
}

/** Reads a comment or an instruction, where one stands at the cursor. */
export function readOther(reader: Reader): ReadOther | undefined {
  const { text, pos } = reader;
  if (text.startsWith('<!--', pos)) return readComment(reader);
  return text.startsWith('<?', pos) ? readInstruction(reader) : undefined;
}

/** Reads `<!--…-->` at the cursor. */
function readComment(reader: Reader): ReadOther {
  const { text, pos } = reader;
  const dashes = text.indexOf('--', pos + 4);
  if (dashes < 0) return failEnd(reader, pos + 4, '<!--');
  checkCharacters(reader, pos + 4, dashes);
  if (text.at(dashes + 2) !== 62) {
    if (dashes + 2 >= text.length) return failEnd(reader, pos + 4, '<!--');
    return fail(reader, 'XML_COMMENT', dashes);
  }
  reader.pos = dashes + 3;
  return new ReadLeaf(reader.source, 'comment', lineEnds(text.slice(pos + 4, dashes)), pos, dashes + 3);
}

/** Reads `<?target …?>` at the cursor. */
function readInstruction(reader: Reader): ReadOther {
  const { text, pos } = reader;
  const nameTo = endOfName(text, pos + 2);
  const target = text.slice(pos + 2, nameTo);
  if (target === '' || target.toLowerCase() === 'xml') return fail(reader, 'XML_INSTRUCTION', pos);
  const close = text.indexOf('?>', nameTo);
  if (close < 0) return failEnd(reader, nameTo, '<?');
  if (close !== nameTo && !isSpace(text.at(nameTo))) return fail(reader, 'XML_INSTRUCTION', nameTo);
  checkCharacters(reader, nameTo, close);
  reader.pos = close + 2;
  return new ReadLeaf(reader.source, 'instruction', lineEnds(text.slice(pos + 2, close)), pos, close + 2);
}

/** Moves behind `<![CDATA[…]]>`; true when it holds more than white space. */
export function skipCdata(reader: Reader): void {
  const { text, pos } = reader;
  const close = text.indexOf(']]>', pos + 9);
  if (close < 0) failEnd(reader, pos + 9, 'CDATA');
  checkCharacters(reader, pos + 9, close);
  reader.pos = close + 3;
}

function failEnd(reader: Reader, from: number, inside: string): never {
  checkCharacters(reader, from, reader.text.length);
  return fail(reader, 'XML_UNEXPECTED_END', reader.text.length, { inside });
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
