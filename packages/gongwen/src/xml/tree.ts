/** A place in the decoded text of a document. */
export interface Position {
  /** 1-based line. */
  readonly line: number;
  /** 1-based column in UTF-16 code units. */
  readonly column: number;
  /** 0-based offset in UTF-16 code units. */
  readonly offset: number;
}

/** One attribute as written. */
export interface XmlAttribute {
  readonly name: string;
  /** The value after entity and character references are replaced and white space is normalised (CDATA rule). */
  readonly value: string;
}

/**
 * One element with everything between its tags.
 *
 * A tree that was read gives `children` and `start` through getters: make a changed copy with
 * `{ ...node, children }`, which then counts as built.
 */
export interface XmlElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Where the start tag begins; absent on a tree that was built, not read. */
  readonly start?: Position;
  /** Offset after the end tag; absent on a tree that was built. */
  readonly endOffset?: number;
}

/** Character data; white space is kept as written, line ends are `\n`. */
export interface XmlText {
  readonly type: 'text';
  readonly value: string;
  readonly start?: Position;
  readonly endOffset?: number;
}

/** A comment or processing instruction (`target data`), kept for a lossless rewrite. */
export interface XmlOther {
  readonly type: 'comment' | 'instruction';
  readonly value: string;
  readonly start?: Position;
  readonly endOffset?: number;
}

export type XmlNode = XmlElement | XmlText | XmlOther;
