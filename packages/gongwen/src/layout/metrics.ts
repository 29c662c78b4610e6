/** Advance widths of characters; the layout needs nothing else of a font. */
export interface TextMetrics {
  /** Advance of a code point in em (1 = the type size). */
  advance(codePoint: number): number;
}

const UNITS_PER_EM = 2048;

/** Advances of U+0020–U+007E in 1/2048 em: Times New Roman and every face that keeps its metrics. */
const TIMES_ASCII = [
  512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
  1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
  1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479,
  1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569,
  1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983,
  1108,
] as const;

/** Marks that stand on the character before them and take no room: combining marks and variation selectors. */
export function isCombining(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x302a && codePoint <= 0x302d) ||
    (codePoint >= 0x3099 && codePoint <= 0x309a) ||
    (codePoint >= 0x20d0 && codePoint <= 0x20ff) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xfe20 && codePoint <= 0xfe2f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
    codePoint === 0x200d
  );
}

/**
 * True for characters set in the Latin face: letters, digits and half-width marks.
 *
 * Curly quotes, dashes and dots (“ ” ‘ ’ — …) belong to the Han face in a 公文, though fonts of both kinds have them.
 */
export function isLatin(codePoint: number): boolean {
  return (
    (codePoint >= 0x20 && codePoint <= 0x7e) ||
    (codePoint >= 0xa0 &&
      codePoint <= 0x24f &&
      codePoint !== 0xb7 &&
      codePoint !== 0xd7 &&
      codePoint !== 0xf7) ||
    (codePoint >= 0x1e00 && codePoint <= 0x1eff)
  );
}

/** Metrics without any font file: Times New Roman for Latin, one em for every Han character. */
export const TIMES_AND_SQUARE: TextMetrics = {
  advance(codePoint) {
    if (isCombining(codePoint)) return 0;
    if (!isLatin(codePoint)) return 1;
    return (TIMES_ASCII[codePoint - 0x20] ?? 1024) / UNITS_PER_EM;
  },
};

/** Width of a text at 1 pt, in points. */
export function measure(text: string, metrics: TextMetrics): number {
  let width = 0;
  for (const character of text) width += metrics.advance(character.codePointAt(0) ?? 0);
  return width;
}
