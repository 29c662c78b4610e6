const ascii = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0);

/**
 * Full-width letters, digits and signs (U+FF01–FF5E) as ASCII and U+3000 as a blank; nothing else changes.
 *
 * NFKC is not used: it would turn ㈱ into (株) and Ⅳ into IV.
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, ascii).replace(/\u3000/g, ' ');
}

/** Without the blanks at the ends and the unseen marks that text copied from a page, a PDF or a chat carries. */
const trim = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();

/** Half width and trimmed: how an identifier is meant to be typed. */
export const tidyText = (text: string): string => (/^[!-~]+$/.test(text) ? text : trim(toHalfWidth(text)));

/** Letters and digits half width, trimmed; signs such as （） stay as they are. */
export function halfWidthAlphanumerics(text: string): string {
  return trim(text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, ascii));
}
