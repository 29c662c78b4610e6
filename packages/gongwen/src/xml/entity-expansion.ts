/** Replacement texts of internal entities by name, filled while a document is read, used when values are asked for. */
export type EntityExpansions = ReadonlyMap<string, string>;

/** The five entities every XML document has. */
export const PREDEFINED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The character a reference such as `#x516C` or `#20844` means; undefined when it means none. */
export function characterOf(reference: string): number | undefined {
  if (!/^#(?:x[0-9a-fA-F]+|[0-9]+)$/.test(reference)) return undefined;
  // `#x1F` and `#31` become `0x1F` and `031`, which numbers are written like
  const code = Number(reference.replace('#', '0'));
  return code > 0x10ffff ? -1 : code;
}

/**
 * The text that a raw piece of character data stands for: references replaced, CDATA sections opened, line ends made `\n`.
 * References that could not be resolved stay as written.
 */
export function decodeText(raw: string, expansions: EntityExpansions): string {
  return raw.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|\r\n?|&([^;]*);/g,
    (whole, cdata?: string, reference?: string) => {
      if (cdata !== undefined) return cdata.replace(/\r\n?/g, '\n');
      if (reference === undefined) return '\n';
      return resolve(reference, expansions) ?? whole;
    },
  );
}

/** An attribute value: as text, with every white space character made a blank (section 3.3.3, CDATA). */
export function decodeAttribute(raw: string, expansions: EntityExpansions): string {
  return raw.replace(/\r\n|[\t\n\r]|&([^;]*);/g, (whole, reference?: string) => {
    if (reference === undefined) return ' ';
    const text = resolve(reference, expansions);
    if (text === undefined) return whole;
    return reference.startsWith('#') ? text : text.replace(/[\t\n\r]/g, ' ');
  });
}

function resolve(reference: string, expansions: EntityExpansions): string | undefined {
  if (!reference.startsWith('#')) return PREDEFINED[reference] ?? expansions.get(reference);
  const code = characterOf(reference);
  return code === undefined || code < 0 ? undefined : String.fromCodePoint(code);
}
