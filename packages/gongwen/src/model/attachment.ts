/** One attachment (附件). */
export interface Attachment {
  /** File name as the entity declares it. */
  readonly fileName: string;
  /** Entity name in the DOCTYPE, such as ATTCH1; given out by the writer when absent. */
  readonly entity?: string;
  /** Notation name of the entity, `_X` by default. */
  readonly notation?: string;
  /** Name, medium and quantity for the 附件 field and lists. */
  readonly title?: string;
  readonly medium?: string;
  readonly quantity?: string;
}
