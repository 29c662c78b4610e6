import { isSpace, skipSpace } from './characters.ts';
import { checkCharacter, readOther, skipCdata } from './other-markup.ts';
import { Inclusion, type Inner, ReadElement, TEXT_CDATA, TEXT_RAW, TEXT_SOLID } from './read-nodes.ts';
import { fail, failLimit, Malformed, type Reader, readerOf } from './reader.ts';
import { frequentReference, readReference } from './reference.ts';
import { readStartTag } from './start-tag.ts';

/** Open elements and finished nodes waiting for their parent, in lists that only grow. */
interface Pile {
  readonly open: ReadElement[];
  /** Where each open element's nodes begin among the pending ones. */
  readonly bases: number[];
  depth: number;
  readonly pending: Inner[];
  top: number;
}

/** Reads the element at the cursor with all it holds. Uses no recursion: depth costs no stack. */
export function readElement(reader: Reader): ReadElement {
  const pile: Pile = { open: [], bases: [], depth: 0, pending: [], top: 0 };
  openElement(reader, pile);
  while (pile.depth > 0) readNext(reader, pile);
  // the first node is the first element
  return pile.pending[0] as ReadElement;
}

/** Reads text up to the next tag, then that tag. */
function readNext(reader: Reader, pile: Pile): void {
  // depth > 0 means that one is there
  const parent = pile.open[pile.depth - 1] as ReadElement;
  readText(reader, pile, parent);
  const { text, pos } = reader;
  const code = text.at(pos + 1);
  if (code === 47) closeElement(reader, pile, parent);
  else if (code === 33 || code === 63) readMarkup(reader, pile, parent);
  else if (pos < text.length) openElement(reader, pile);
  else fail(reader, 'XML_UNEXPECTED_END', pos, { inside: `<${parent.name}>` });
}

function openElement(reader: Reader, pile: Pile): void {
  const from = reader.pos;
  readStartTag(reader);
  const { limits } = reader.shared;
  const { depth, top } = pile;
  const siblings = depth === 0 ? 0 : top - (pile.bases[depth - 1] ?? 0);
  if (siblings >= limits.children) failLimit(reader, 'children', siblings + 1, from);
  if (depth >= limits.depth) failLimit(reader, 'depth', depth + 1, from);
  const element = new ReadElement(reader.source, reader.tagName, reader.attributes, from, reader.pos);
  pile.pending[top] = element;
  pile.top = top + 1;
  if (reader.selfClosing) return;
  pile.open[depth] = element;
  pile.bases[depth] = top + 1;
  pile.depth = depth + 1;
}

function closeElement(reader: Reader, pile: Pile, element: ReadElement): void {
  const { text, pos } = reader;
  const { name } = element;
  if (!text.startsWith(name, pos + 2)) failMismatch(reader, element);
  let at = pos + 2 + name.length;
  if (text.at(at) !== 62) {
    at = skipSpace(text, at);
    if (text.at(at) !== 62) failMismatch(reader, element);
  }
  reader.pos = at + 1;
  pile.depth -= 1;
  const base = pile.bases[pile.depth] ?? 0;
  element.close(pos, pile.top > base ? pile.pending.slice(base, pile.top) : undefined);
  pile.top = base;
}

function failMismatch(reader: Reader, element: ReadElement): never {
  const { text, pos } = reader;
  const close = text.indexOfCode(62, pos);
  if (close < 0 && !text.startsWith('<', pos + 2)) {
    return fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: `</${element.name}>` });
  }
  const openLine = reader.source.positionAt(element.startOffset).line;
  const found = text.slice(pos + 2, close < 0 ? pos + 42 : Math.min(close, pos + 42));
  return fail(reader, 'XML_TAG_MISMATCH', pos, { open: element.name, openLine, found });
}

/** Reads what begins with `<!` or `<?`. */
function readMarkup(reader: Reader, pile: Pile, element: ReadElement): void {
  const { text, pos } = reader;
  const node = readOther(reader);
  if (node !== undefined) {
    pile.pending[pile.top++] = node;
  } else if (text.startsWith('<![CDATA[', pos)) {
    skipCdata(reader);
    element.addFlags(TEXT_CDATA | TEXT_RAW | TEXT_SOLID);
  } else if (text.length - pos < 9) {
    fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: `<${element.name}>` });
  } else {
    fail(reader, 'XML_MARKUP', pos, { found: text.slice(pos, pos + 9) });
  }
}

/** Moves to the next `<` or the end, noting in the element what the text was like. */
function readText(reader: Reader, pile: Pile, element: ReadElement): void {
  const { text } = reader;
  const { codes } = text;
  let at = reader.pos;
  let flags = 0;
  for (; ; at += 1) {
    const code = codes[at] ?? 0;
    if (code > 93 && (code < 0xd800 || (code >= 0xe000 && code < 0xfffe))) {
      flags |= TEXT_SOLID;
    } else if (code === 60) {
      break;
    } else if (code === 32 || code === 10 || code === 9) {
      // white space alone leaves no trace
    } else if (code === 38) {
      reader.pos = at;
      flags |= readTextReference(reader, pile);
      at = reader.pos - 1;
    } else if (code === 13) {
      flags |= TEXT_RAW;
    } else if (code > 32 && code <= 93) {
      if (code === 93 && text.startsWith(']]>', at)) fail(reader, 'XML_CDATA_END', at);
      flags |= TEXT_SOLID;
    } else if (at >= text.length) {
      break;
    } else {
      at = checkCharacter(reader, at);
      flags |= TEXT_SOLID;
    }
  }
  if (flags !== 0) element.addFlags(flags);
  reader.pos = at;
}

function isBlank(text: string): boolean {
  return isSpace(text.charCodeAt(0)) ? !/[^\t\n\r ]/.test(text) : text === '';
}

function readTextReference(reader: Reader, pile: Pile): number {
  const from = reader.pos;
  const frequent = frequentReference(reader.text, from);
  if (frequent > 0) {
    reader.pos = from + frequent;
    return TEXT_RAW | TEXT_SOLID;
  }
  const referent = readReference(reader);
  if (referent.type === 'text') return TEXT_RAW | (isBlank(referent.text) ? 0 : TEXT_SOLID);
  if (referent.type === 'unresolved') return TEXT_RAW;
  const depth = pile.depth;
  const included = readIncluded(reader, referent.name, referent.value, depth, from);
  pile.pending[pile.top++] = new Inclusion(from, reader.pos, included.children);
  return included.textFlags & ~TEXT_RAW;
}

/** Reads the mark-up that an entity stands for, as if it were the content of an element of its own. */
function readIncluded(
  reader: Reader,
  name: string,
  value: string,
  depth: number,
  offset: number,
): ReadElement {
  const { shared } = reader;
  if (depth + shared.open.length >= shared.limits.depth) return failLimit(reader, 'depth', depth, offset);
  shared.open.push(name);
  const inner = readerOf(`<e>${value}</e>`, shared);
  const element = readOrBlame(inner, reader, name, offset);
  shared.open.pop();
  if (inner.pos !== inner.text.length) return fail(reader, 'XML_ENTITY_MARKUP', offset, { name });
  return element;
}

/** A fault inside an entity is reported where the document refers to it. */
function readOrBlame(inner: Reader, outer: Reader, name: string, offset: number): ReadElement {
  try {
    return readElement(inner);
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown;
    if (thrown.issue.code === 'XML_LIMIT' || thrown.issue.code === 'XML_ENTITY_RECURSIVE') throw thrown;
    return fail(outer, 'XML_ENTITY_MARKUP', offset, { name });
  }
}
