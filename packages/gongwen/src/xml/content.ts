import { findForbidden, isSpace, skipSpace } from './characters.ts';
import { readComment, readInstruction, skipCdata } from './other-markup.ts';
import {
  Inclusion,
  type Inner,
  ReadElement,
  TEXT_CDATA,
  TEXT_RAW,
  TEXT_SOLID,
  TEXT_UNRESOLVED,
} from './read-nodes.ts';
import { describeCharacter, fail, failLimit, Malformed, type Reader, readerOf } from './reader.ts';
import { readReference } from './reference.ts';
import { readStartTag } from './start-tag.ts';
import type { XmlAttribute } from './tree.ts';

/** An element whose end tag has not been met. */
interface Frame {
  name: string;
  attributes: readonly XmlAttribute[];
  from: number;
  bodyFrom: number;
  flags: number;
  /** Where this element's nodes begin in the list of pending nodes. */
  base: number;
}

/** Elements being open and finished nodes waiting for their parent, in lists that only grow. */
interface Pile {
  readonly frames: Frame[];
  depth: number;
  readonly pending: Inner[];
  top: number;
}

/** Reads the element at the cursor with all it holds. Uses no recursion: depth costs no stack. */
export function readElement(reader: Reader): ReadElement {
  const pile: Pile = { frames: [], depth: 0, pending: [], top: 0 };
  openElement(reader, pile);
  while (pile.depth > 0) readNext(reader, pile);
  const root = pile.pending[0];
  if (!(root instanceof ReadElement)) return fail(reader, 'XML_NO_ROOT', 0);
  return root;
}

/** Reads text up to the next tag, then that tag. */
function readNext(reader: Reader, pile: Pile): void {
  // depth > 0 means that a frame is there
  const frame = pile.frames[pile.depth - 1] as Frame;
  readText(reader, pile, frame);
  const { text, pos } = reader;
  const code = text.at(pos + 1);
  if (code === 47) closeElement(reader, pile, frame);
  else if (code === 33) readBang(reader, pile, frame);
  else if (code === 63) pile.pending[pile.top++] = readInstruction(reader);
  else if (pos < text.length) openElement(reader, pile);
  else fail(reader, 'XML_UNEXPECTED_END', pos, { inside: `<${frame.name}>` });
}

function openElement(reader: Reader, pile: Pile): void {
  const from = reader.pos;
  readStartTag(reader);
  const parent = pile.frames[pile.depth - 1];
  const { limits } = reader.shared;
  if (pile.depth > 0 && parent !== undefined && pile.top - parent.base >= limits.children) {
    failLimit(reader, 'children', pile.top - parent.base + 1, from);
  }
  if (pile.depth >= limits.depth) failLimit(reader, 'depth', pile.depth + 1, from);
  const { source, tagName, attributes, pos } = reader;
  if (reader.selfClosing) {
    pile.pending[pile.top++] = new ReadElement(source, tagName, attributes, from, pos, -1, undefined, 0);
    return;
  }
  pushFrame(pile, tagName, attributes, from, pos);
}

function pushFrame(
  pile: Pile,
  name: string,
  attributes: readonly XmlAttribute[],
  from: number,
  bodyFrom: number,
): void {
  const frame = pile.frames[pile.depth];
  if (frame === undefined) {
    pile.frames[pile.depth] = { name, attributes, from, bodyFrom, flags: 0, base: pile.top };
  } else {
    frame.name = name;
    frame.attributes = attributes;
    frame.from = from;
    frame.bodyFrom = bodyFrom;
    frame.flags = 0;
    frame.base = pile.top;
  }
  pile.depth += 1;
}

function closeElement(reader: Reader, pile: Pile, frame: Frame): void {
  const { text, pos, source } = reader;
  const { name, base } = frame;
  let at = pos + 2 + name.length;
  if (!isSameName(text.codes, pos + 2, frame.from + 1, name.length)) failMismatch(reader, frame);
  if (text.at(at) !== 62) {
    at = skipSpace(text, at);
    if (text.at(at) !== 62) failMismatch(reader, frame);
  }
  reader.pos = at + 1;
  const inner = pile.top > base ? pile.pending.slice(base, pile.top) : undefined;
  const { attributes, from, bodyFrom, flags } = frame;
  pile.pending[base] = new ReadElement(source, name, attributes, from, bodyFrom, pos, inner, flags);
  pile.top = base + 1;
  pile.depth -= 1;
}

function isSameName(codes: Uint16Array, first: number, second: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (codes[first + at] !== codes[second + at]) return false;
  return true;
}

function failMismatch(reader: Reader, frame: Frame): never {
  const { text, pos } = reader;
  const close = text.indexOfCode(62, pos);
  if (close < 0 && !text.startsWith('<', pos + 2)) {
    return fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: `</${frame.name}>` });
  }
  const openLine = reader.source.positionAt(frame.from).line;
  const found = text.slice(pos + 2, close < 0 ? pos + 42 : Math.min(close, pos + 42));
  return fail(reader, 'XML_TAG_MISMATCH', pos, { open: frame.name, openLine, found });
}

function readBang(reader: Reader, pile: Pile, frame: Frame): void {
  const { text, pos } = reader;
  if (text.startsWith('<!--', pos)) {
    pile.pending[pile.top++] = readComment(reader);
  } else if (text.startsWith('<![CDATA[', pos)) {
    skipCdata(reader);
    frame.flags |= TEXT_CDATA | TEXT_RAW | TEXT_SOLID;
  } else if (text.length - pos < 9) {
    fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: `<${frame.name}>` });
  } else {
    fail(reader, 'XML_MARKUP', pos, { found: text.slice(pos, pos + 9) });
  }
}

/** Moves to the next `<` or the end, noting in the frame what the text was like. */
function readText(reader: Reader, pile: Pile, frame: Frame): void {
  const { text } = reader;
  const { codes } = text;
  let at = reader.pos;
  let flags = 0;
  for (; ; at += 1) {
    const code = codes[at] ?? 0;
    if (code > 93 && code < 0xd800) {
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
      at = readWide(reader, at);
      flags |= TEXT_SOLID;
    }
  }
  frame.flags |= flags;
  reader.pos = at;
}

/** Checks a surrogate pair, private use character or control character; gives its last offset. */
function readWide(reader: Reader, at: number): number {
  const point = reader.text.pointAt(at);
  if (findForbidden(reader.text, at, at + 1) >= 0) {
    return fail(reader, 'XML_CHARACTER', at, { character: describeCharacter(point) });
  }
  return point > 0xffff ? at + 1 : at;
}

function isBlank(text: string): boolean {
  return isSpace(text.charCodeAt(0)) ? !/[^\t\n\r ]/.test(text) : text === '';
}

function readTextReference(reader: Reader, pile: Pile): number {
  const from = reader.pos;
  const referent = readReference(reader);
  if (referent.type === 'text') return TEXT_RAW | (isBlank(referent.text) ? 0 : TEXT_SOLID);
  if (referent.type === 'unresolved') return TEXT_RAW | TEXT_UNRESOLVED;
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
