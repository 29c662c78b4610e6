/** A list as the lines of a text box; text stays as it was typed. */
export function listText(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(String).join('\n') : '';
}
