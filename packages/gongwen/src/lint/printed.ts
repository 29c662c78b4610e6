/** A face found in a printed file. */
export interface PrintedFont {
  /** PostScript name, with or without its subset prefix. */
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
}

/** What was measured in a file for print; a rule speaks only of what is there. */
export interface PrintedFile {
  readonly fonts?: readonly PrintedFont[];
  /** Characters that no font had, with the JSON pointer of their place. */
  readonly missing?: readonly { readonly character: string; readonly path: string }[];
  /** The text as a reader of PDF extracts it. */
  readonly text?: string;
  readonly tagged?: boolean;
  /** Language of the document, such as zh-TW. */
  readonly language?: string;
  readonly title?: string;
  /** Standard that the file claims, such as PDF/A-2B. */
  readonly standard?: string;
  /** True when every colour set in the pages is black. */
  readonly blackOnly?: boolean;
  /** What a foreign validator said of the odt; empty when it is valid. */
  readonly odtFaults?: readonly string[];
}
