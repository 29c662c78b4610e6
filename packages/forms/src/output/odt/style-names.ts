/** Automatic styles of one document: equal properties share a name. */
export interface StyleNames {
  /** The name of a style with these properties; given out on first use. */
  name(
    family: 'paragraph' | 'table' | 'table-column' | 'table-row' | 'table-cell',
    properties: string,
  ): string;
  /** All styles given out, as XML. */
  xml(): string;
}

const PREFIX = {
  paragraph: 'P',
  table: 'T',
  'table-column': 'C',
  'table-row': 'R',
  'table-cell': 'X',
} as const;

export function createStyleNames(): StyleNames {
  const names = new Map<string, string>();
  const styles: string[] = [];
  return {
    name(family, properties) {
      const key = `${family} ${properties}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = `${PREFIX[family]}${names.size + 1}`;
      names.set(key, name);
      const parent = family === 'paragraph' ? ' style:parent-style-name="Standard"' : '';
      styles.push(
        `<style:style style:name="${name}" style:family="${family}"${parent}>${properties}</style:style>`,
      );
      return name;
    },
    xml: () => styles.join(''),
  };
}
