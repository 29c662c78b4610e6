/** 條列 — an item; nests without limit. Its marker (一、(一)1、(1)) is derived from its place. */
export interface Item {
  /** 序號 as imported, kept only where it differs from the derived marker. */
  readonly marker?: string;
  readonly text?: string;
  readonly items: readonly Item[];
}

/** A text followed by items. */
export interface ItemBlock {
  readonly text?: string;
  readonly items: readonly Item[];
}

/** 段落 — a named part of the letter. */
export interface Section extends ItemBlock {
  /** 段名 without its colon, such as 說明; empty for an unnamed part. */
  readonly name: string;
}
