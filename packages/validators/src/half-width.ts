/** Blanks and marks that text copied from a page, a PDF or a chat carries unseen. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/**
 * Full-width letters, digits and signs (U+FF01–FF5E) as ASCII and U+3000 as a blank; nothing else changes.
 *
 * NFKC is not used: it would turn ㈱ into (株) and Ⅳ into IV.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}

/** Half width, without invisible characters and without blanks at the ends: how an identifier is meant to be typed. */
export function tidyText(text: string): string {
  return toHalfWidth(text).replace(INVISIBLE, '').trim();
}
