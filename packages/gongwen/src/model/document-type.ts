import type { XmlElement } from '../xml/tree.ts';
import type { LetterBase } from './base.ts';
import type { ElementReader } from './reading/element-reader.ts';
import type { RecordShape } from './shape/shape.ts';
import type { Writing } from './writing/writing.ts';

/** What the reader of a kind finds; generation and extras are added by the reading itself. */
export type Readable<L extends LetterBase> = Omit<L, 'generation' | 'extra'>;

/** A list of recipients that the roster (SW) takes up, and the 本別 its rows get. */
export interface RecipientField {
  readonly field: string;
  readonly element: string;
  readonly copyKind: '正本' | '副本';
  /** True when the format wants at least one. */
  readonly required?: boolean;
}

/**
 * A kind of document: how its root element becomes a model and back.
 *
 * The kinds of this package are such values, and so are an agency's own.
 */
export interface DocumentType<
  L extends LetterBase & { readonly kind: string } = LetterBase & { readonly kind: string },
> {
  readonly kind: L['kind'];
  /** Name of the root element. */
  readonly root: string;
  /** What the kind is called, zh-TW. */
  readonly label: string;
  /** Values of 函類別 or 令類別 that its heading can show in place of the label. */
  readonly subtypes?: readonly string[];
  /** Label of the subject on paper; default 主旨. */
  readonly subjectLabel?: string;
  /** What a draft of the kind looks like. */
  readonly shape: RecordShape;
  /** A commented draft, as YAML, for those who begin one. */
  readonly template?: string;
  readonly recipientFields: readonly RecipientField[];
  /** True when the kind has 發文日期 and 發文字號 that a finished letter must not lack. */
  readonly numbered: boolean;
  read(root: ElementReader): Readable<L>;
  write(letter: L, writing: Writing): XmlElement;
}

/** Defines a kind of document; the compiler checks reader, writer and shape against the model `L`. */
export function defineDocumentType<L extends LetterBase & { readonly kind: string }>(
  type: DocumentType<L>,
): DocumentType<L> {
  return type;
}
