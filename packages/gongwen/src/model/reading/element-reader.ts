import type { IssueParams } from '@kcc/validators';
import type { XmlElement, XmlNode } from '../../xml/tree.ts';
import type { Extra } from '../extra.ts';
import { foldText } from '../fold-text.ts';
import type { ReadCode } from './messages.ts';
import type { Reading } from './reading.ts';

const isElement = (node: XmlNode): node is XmlElement => node.type === 'element';

const directText = (element: XmlElement) =>
  foldText(element.children.map((node) => (node.type === 'text' ? node.value : '')).join(''));

function toExtra(element: XmlElement): Extra {
  const text = directText(element);
  const children = element.children.filter(isElement).map(toExtra);
  return {
    name: element.name,
    ...(text !== '' && { text }),
    ...(element.attributes.length > 0 && {
      attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
    }),
    ...(children.length > 0 && { children }),
  };
}

interface Places {
  readonly counts: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<XmlElement, number>;
}

/**
 * Reads an element by taking its parts, in whatever order they stand. What nobody took is reported and kept by
 * {@link ElementReader.finish}, so that no reader of a kind can lose anything by not knowing it.
 */
export class ElementReader {
  readonly element: XmlElement;
  readonly reading: Reading;
  readonly #owner: ElementReader | undefined;
  readonly #children: readonly XmlElement[];
  #taken: Map<XmlElement, ElementReader> | undefined;
  #places: Places | undefined;
  #readAttributes: string[] | undefined;
  #textRead = false;
  #skipped = false;

  constructor(reading: Reading, element: XmlElement, owner?: ElementReader) {
    this.reading = reading;
    this.element = element;
    this.#owner = owner;
    this.#children = element.children.filter(isElement);
  }

  /** Such as `/函/正本/全銜[2]`; worked out when something has to be said. */
  get path(): string {
    return this.#owner ? this.#owner.#pathOf(this.element) : `/${this.element.name}`;
  }

  get name(): string {
    return this.element.name;
  }

  /** True when a child of that name is there and not yet taken. */
  has(name: string): boolean {
    return this.#children.some((child) => child.name === name && !this.#taken?.has(child));
  }

  /** The first child of one of these names. */
  take(...names: readonly string[]): ElementReader | undefined {
    for (const name of names) {
      const child = this.#children.find(
        (candidate) => candidate.name === name && !this.#taken?.has(candidate),
      );
      if (child) return this.#open(child);
    }
    return undefined;
  }

  /** Like {@link take}; a missing part is reported. */
  require(...names: readonly string[]): ElementReader | undefined {
    const found = this.take(...names);
    if (!found) this.report('READ_PART_MISSING', { name: names[0] ?? '' });
    return found;
  }

  /** All children of these names in document order, at every call those not yet taken. */
  takeAll(...names: readonly string[]): ElementReader[] {
    const wanted = this.#children.filter(({ name }) => names.includes(name));
    return wanted.filter((child) => !this.#taken?.has(child)).map((child) => this.#open(child));
  }

  /** Like {@link takeAll}; a missing part is reported. */
  requireAll(name: string): ElementReader[] {
    const found = this.takeAll(name);
    if (found.length === 0) this.report('READ_PART_MISSING', { name });
    return found;
  }

  /** Every child in document order; the caller reports those it cannot use with {@link leave}. */
  takeEach(): ElementReader[] {
    return this.#children.filter((child) => !this.#taken?.has(child)).map((child) => this.#open(child));
  }

  /** Gives a taken child back, so that {@link finish} reports and keeps it. */
  leave(child: ElementReader): void {
    this.#taken?.delete(child.element);
  }

  /** The element's own text, folded. */
  text(): string {
    this.#textRead = true;
    return directText(this.element);
  }

  /** The attribute's value, trimmed; undefined when it is not written. */
  attribute(name: string): string | undefined {
    this.#readAttributes = [...(this.#readAttributes ?? []), name];
    return this.element.attributes.find((attribute) => attribute.name === name)?.value.trim();
  }

  report(code: ReadCode, params?: IssueParams): void {
    this.reading.report(code, () => this.path, this.element.start, params);
  }

  /** Says that the model has no place for what this element holds, and that the tree keeps it. */
  skip(): void {
    this.#skipped = true;
  }

  /** Reports and keeps everything that was not taken, here and below. */
  finish(isRoot = true): void {
    if (this.#skipped) return;
    this.#finishAttributes();
    const text = directText(this.element);
    if (!this.#textRead && text !== '') {
      this.report('READ_TEXT_UNEXPECTED', { element: this.name, text: text.slice(0, 40) });
      this.reading.extras.push({ name: '#text', parent: this.path, text });
    }
    const takenNames = new Set([...(this.#taken?.keys() ?? [])].map(({ name }) => name));
    this.#children.forEach((child, index) => {
      const reader = this.#taken?.get(child);
      if (reader) reader.finish(false);
      else this.#keep(child, this.#children[index - 1]?.name, isRoot, takenNames.has(child.name));
    });
  }

  /** Place of each child among those of its name, and how many there are; made once something has to be said. */
  #placesOf(): Places {
    if (this.#places) return this.#places;
    const counts = new Map<string, number>();
    const places = new Map<XmlElement, number>();
    for (const child of this.#children) {
      const place = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, place);
      places.set(child, place);
    }
    this.#places = { counts, places };
    return this.#places;
  }

  #pathOf(child: XmlElement): string {
    const { counts, places } = this.#placesOf();
    const index = (counts.get(child.name) ?? 0) > 1 ? `[${places.get(child) ?? 1}]` : '';
    return `${this.path}/${child.name}${index}`;
  }

  #open(child: XmlElement): ElementReader {
    const reader = new ElementReader(this.reading, child, this);
    this.#taken ??= new Map();
    this.#taken.set(child, reader);
    return reader;
  }

  #keep(child: XmlElement, after: string | undefined, isRoot: boolean, repeated: boolean): void {
    const path = () => this.#pathOf(child);
    const count = this.#placesOf().counts.get(child.name) ?? 1;
    if (repeated) this.reading.report('READ_PART_REPEATED', path, child.start, { name: child.name, count });
    else this.reading.report('READ_ELEMENT_UNKNOWN', path, child.start, { name: child.name });
    const { name, ...content } = toExtra(child);
    this.reading.extras.push({
      name,
      ...(!isRoot && { parent: this.path }),
      ...(after !== undefined && { after }),
      ...content,
    });
  }

  #finishAttributes(): void {
    for (const { name, value } of this.element.attributes) {
      if (this.#readAttributes?.includes(name)) continue;
      this.report('READ_ATTRIBUTE_UNKNOWN', { element: this.name, name });
      this.reading.extras.push({ name: `@${name}`, parent: this.path, text: value });
    }
  }
}
