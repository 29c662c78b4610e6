/** One attachment (附件). */
export interface Attachment {
  /** File name as the entity declares it. */
  readonly fileName: string;
  /** Entity name in the DOCTYPE, kept only where it is not the derived ATTCH1, ATTCH2 … */
  readonly entity?: string;
  /** Notation name of the entity, kept only where it is not the derived `_X`. */
  readonly notation?: string;
  /** Name, medium and quantity for the 附件 field and lists; not part of the exchange XML. */
  readonly title?: string;
  readonly medium?: string;
  readonly quantity?: string;
  /** SHA-256 of the file in lower-case hexadecimal, where its bytes were at hand; not part of the exchange XML. */
  readonly sha256?: string;
}
