import { DerError, type Element, expectTag, readElement } from './element.ts';
import { TAG } from './tags.ts';

/** Walks through the members of a SEQUENCE in their order. */
export class Cursor {
  private readonly element: Element;
  private offset: number;

  /** @param element a constructed element */
  constructor(element: Element) {
    this.element = element;
    this.offset = element.contentStart;
  }

  /** A cursor over a SEQUENCE. */
  static of(element: Element): Cursor {
    return new Cursor(expectTag(element, TAG.sequence));
  }

  get atEnd(): boolean {
    return this.offset >= this.element.end;
  }

  /** The next member; with `tag`, it must have it. */
  next(tag?: number): Element {
    if (this.atEnd) throw new DerError('a member is missing');
    const child = readElement(this.element.buffer, this.offset, this.element.end);
    if (tag !== undefined) expectTag(child, tag);
    this.offset = child.end;
    return child;
  }

  /** The next member when it has the tag. */
  optional(tag: number): Element | undefined {
    if (this.atEnd || this.element.buffer[this.offset] !== tag) return undefined;
    return this.next(tag);
  }

  /** The next member when it has one of the tags. */
  optionalOf(tags: readonly number[]): Element | undefined {
    const tag = this.atEnd ? undefined : this.element.buffer[this.offset];
    return tag !== undefined && tags.includes(tag) ? this.next() : undefined;
  }

  /** Asserts that no member is left. */
  done(): void {
    if (!this.atEnd) throw new DerError('an unexpected member');
  }
}
