/** An element, attribute or text that the grammar does not know, kept so that nothing of a vendor's file is lost. */
export interface Extra {
  /** Element name; an attribute's name behind `@`; `#text` for stray text. */
  readonly name: string;
  /** Path of the element it stood in, such as `/函/正本`; absent for a child of the root. */
  readonly parent?: string;
  /** Name of the element right before it; absent where it came first. */
  readonly after?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Extra[];
}
