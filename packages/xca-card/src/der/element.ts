/** Bytes are not the DER that was expected; `message` says what is wrong, in English, for the `reason` of a coded error. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** One tag-length-value inside a buffer; nothing is copied. */
export interface Element {
  /** Identifier octet: class, constructed bit and number. */
  readonly tag: number;
  readonly buffer: Uint8Array;
  /** Offset of the identifier octet. */
  readonly start: number;
  readonly contentStart: number;
  /** Offset after the last content octet. */
  readonly end: number;
}

/** Reads the element at `offset`, strict DER: definite, minimal lengths and low tag numbers. */
export function readElement(buffer: Uint8Array, offset: number, limit: number = buffer.length): Element {
  const tag = byteAt(buffer, offset, limit);
  if ((tag & 0x1f) === 0x1f) throw new DerError('high tag numbers are not used here');
  const first = byteAt(buffer, offset + 1, limit);
  let contentStart = offset + 2;
  let length = first;
  if (first === 0x80) throw new DerError('indefinite length');
  if (first > 0x80) {
    const count = first & 0x7f;
    if (count > 6) throw new DerError('length too large');
    length = 0;
    for (let index = 0; index < count; index++)
      length = length * 256 + byteAt(buffer, contentStart + index, limit);
    if (length < 0x80 || length < 256 ** (count - 1)) throw new DerError('length not minimal');
    contentStart += count;
  }
  const end = contentStart + length;
  if (end > limit) throw new DerError('truncated');
  return { tag, buffer, start: offset, contentStart, end };
}

/** Reads one element that fills the whole buffer. */
export function readWhole(buffer: Uint8Array, tag?: number): Element {
  const element = readElement(buffer, 0);
  if (element.end !== buffer.length) throw new DerError('bytes after the end');
  return tag === undefined ? element : expectTag(element, tag);
}

/** The element unchanged when it has the tag. */
export function expectTag(element: Element, tag: number): Element {
  if (element.tag !== tag)
    throw new DerError(`tag ${hexByte(element.tag)} where ${hexByte(tag)} was expected`);
  return element;
}

/** The content octets, a view. */
export function contentOf(element: Element): Uint8Array {
  return element.buffer.subarray(element.contentStart, element.end);
}

/** Identifier, length and content octets, a view. */
export function rawOf(element: Element): Uint8Array {
  return element.buffer.subarray(element.start, element.end);
}

/** The elements inside a constructed element. */
export function childrenOf(element: Element): Element[] {
  if ((element.tag & 0x20) === 0) throw new DerError('a constructed value was expected');
  const children: Element[] = [];
  let offset = element.contentStart;
  while (offset < element.end) {
    const child = readElement(element.buffer, offset, element.end);
    children.push(child);
    offset = child.end;
  }
  return children;
}

/** The one element inside an explicit tag. */
export function onlyChild(element: Element): Element {
  const child = readElement(element.buffer, element.contentStart, element.end);
  if (child.end !== element.end) throw new DerError('one value was expected');
  return child;
}

function byteAt(buffer: Uint8Array, offset: number, limit: number): number {
  const byte = offset < limit ? buffer[offset] : undefined;
  if (byte === undefined) throw new DerError('truncated');
  return byte;
}

function hexByte(value: number): string {
  return `0x${value.toString(16).padStart(2, '0')}`;
}
