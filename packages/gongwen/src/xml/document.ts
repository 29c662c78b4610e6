import type { Position, XmlElement, XmlOther } from './tree.ts';

/** `<?xml version=… encoding=… standalone=…?>` as written. */
export interface XmlDeclaration {
  readonly version: string;
  readonly encoding?: string;
  readonly standalone?: 'yes' | 'no';
}

/** An `<!ENTITY …>` of the internal subset. */
export interface EntityDeclaration {
  readonly name: string;
  /** True for a parameter entity (`<!ENTITY % …>`). */
  readonly parameter?: boolean;
  /** Replacement text of an internal entity. */
  readonly value?: string;
  /** File name of an external or unparsed entity; never opened. */
  readonly systemId?: string;
  readonly publicId?: string;
  /** Notation of an unparsed entity (`NDATA`): attachments, the roster, the message file. */
  readonly notation?: string;
}

/** A `<!NOTATION …>` of the internal subset. */
export interface NotationDeclaration {
  readonly name: string;
  readonly systemId?: string;
  readonly publicId?: string;
}

/** An `<!ELEMENT …>` of the internal subset; `content` is the content model as written, white space dropped. */
export interface ElementDeclaration {
  readonly name: string;
  readonly content: string;
}

/** One attribute of an `<!ATTLIST …>` of the internal subset. */
export interface AttributeDeclaration {
  readonly element: string;
  readonly name: string;
  /** `CDATA`, `ID`, …, or the list of an enumeration. */
  readonly type: string | readonly string[];
  readonly required?: boolean;
  readonly default?: string;
}

/** `<!DOCTYPE …>`. */
export interface Doctype {
  readonly name: string;
  /** The DTD's file name, such as `104_2_utf8.dtd`; never opened. */
  readonly systemId?: string;
  readonly publicId?: string;
  /** Text between `[` and `]`; absent without brackets. */
  readonly subset?: string | undefined;
  readonly entities: readonly EntityDeclaration[];
  readonly notations: readonly NotationDeclaration[];
  readonly elements?: readonly ElementDeclaration[];
  readonly attributes?: readonly AttributeDeclaration[];
  readonly start?: Position;
}

/** Everything before the root element. */
export interface Prolog {
  readonly declaration?: XmlDeclaration;
  readonly doctype?: Doctype;
  /** Comments and processing instructions. */
  readonly other?: readonly XmlOther[];
}

/** A whole XML document, read or built. */
export interface XmlDocument {
  readonly prolog: Prolog;
  readonly root: XmlElement;
  /** Comments and processing instructions after the root. */
  readonly epilog: readonly XmlOther[];
}
