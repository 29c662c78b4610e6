/** Character data as it must be written: `&`, `<`, `>` and CR as references. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (char) => ESCAPES[char] ?? char);
}

/** An attribute value as it must be written between double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (char) => ESCAPES[char] ?? char);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
