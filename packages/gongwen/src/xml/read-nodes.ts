import { decodeText } from './entity-expansion.ts';
import type { Source } from './source.ts';
import type { Position, XmlAttribute, XmlElement, XmlNode } from './tree.ts';

/** What the text directly inside an element is like; bits of {@link ReadElement.textFlags}. */
export const TEXT_SOLID = 1;
export const TEXT_CDATA = 2;
/** References, CDATA or CR: the raw text is not the value. */
export const TEXT_RAW = 4;

/** Mark-up that an entity brought in: its nodes stand at the place of the reference. */
export class Inclusion {
  readonly type = 'inclusion';
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly XmlNode[];

  constructor(from: number, to: number, nodes: readonly XmlNode[]) {
    this.from = from;
    this.to = to;
    this.nodes = nodes;
  }
}

export type Inner = ReadElement | ReadOther | Inclusion;
const NOTHING: readonly never[] = [];

/** An element of a text that was read. Only offsets are kept; text nodes are made when `children` is asked for. */
export class ReadElement implements XmlElement {
  readonly type = 'element';
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly #source: Source;
  readonly #from: number;
  readonly #bodyFrom: number;
  #bodyTo = -1;
  #inner: readonly Inner[] = NOTHING;
  #flags = 0;
  #children: readonly XmlNode[] | undefined;

  /** An element without a body, until {@link close} tells where that ends. */
  constructor(
    source: Source,
    name: string,
    attributes: readonly XmlAttribute[],
    from: number,
    bodyFrom: number,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.#source = source;
    this.#from = from;
    this.#bodyFrom = bodyFrom;
  }

  /** Notes what a piece of text inside is like. */
  addFlags(flags: number): void {
    this.#flags |= flags;
  }

  close(bodyTo: number, inner: readonly Inner[] | undefined): void {
    this.#bodyTo = bodyTo;
    if (inner !== undefined) this.#inner = inner;
  }

  get start(): Position {
    return this.#source.positionAt(this.#from);
  }

  get source(): Source {
    return this.#source;
  }

  get startOffset(): number {
    return this.#from;
  }

  /** Offset after the end tag. */
  get endOffset(): number {
    // An empty element tag has no body; its `bodyFrom` is already after the tag.
    if (this.#bodyTo < 0) return this.#bodyFrom;
    return this.#source.code.indexOfCode(62, this.#bodyTo) + 1;
  }

  /** True when nothing at all stands between the tags. */
  get isEmpty(): boolean {
    return this.#bodyTo <= this.#bodyFrom;
  }

  /** Elements, comments, instructions and inclusions, without the text between them. */
  get inner(): readonly Inner[] {
    return this.#inner;
  }

  get textFlags(): number {
    return this.#flags;
  }

  get children(): readonly XmlNode[] {
    this.#children ??= this.#makeChildren();
    return this.#children;
  }

  #makeChildren(): readonly XmlNode[] {
    if (this.isEmpty) return NOTHING;
    const nodes: XmlNode[] = [];
    let at = this.#bodyFrom;
    for (const node of this.#inner) {
      const from = node instanceof Inclusion ? node.from : node.startOffset;
      this.#addText(nodes, at, from);
      if (node instanceof Inclusion) {
        for (const included of node.nodes) nodes.push(included);
        at = node.to;
      } else {
        nodes.push(node);
        at = node.endOffset;
      }
    }
    this.#addText(nodes, at, this.#bodyTo);
    return nodes;
  }

  #addText(nodes: XmlNode[], from: number, to: number): void {
    if (to <= from) return;
    const source = this.#source;
    const raw = source.code.slice(from, to);
    const value = (this.#flags & TEXT_RAW) === 0 ? raw : decodeText(raw, source.expansions);
    nodes.push(new ReadLeaf(source, 'text', value, from, to));
  }
}

/** Character data, a comment or a processing instruction of a text that was read. */
export class ReadLeaf<Type extends 'text' | 'comment' | 'instruction'> {
  readonly type: Type;
  readonly value: string;
  readonly #source: Source;
  readonly #from: number;
  readonly #to: number;

  constructor(source: Source, type: Type, value: string, from: number, to: number) {
    this.type = type;
    this.value = value;
    this.#source = source;
    this.#from = from;
    this.#to = to;
  }

  get start(): Position {
    return this.#source.positionAt(this.#from);
  }

  get source(): Source {
    return this.#source;
  }

  get startOffset(): number {
    return this.#from;
  }

  get endOffset(): number {
    return this.#to;
  }
}

export type ReadOther = ReadLeaf<'comment' | 'instruction'>;
