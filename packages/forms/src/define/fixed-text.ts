/** A text of an official form, kept as it was recorded, with the places that had to be repaired. */
export interface FixedText {
  readonly id: string;
  /** The text as it is printed, repairs in place. */
  readonly text: string;
  /** The repaired places. */
  readonly repairs: readonly string[];
}

/**
 * Reads a recorded text in which `⟦ ⟧` mark repaired places.
 *
 * @param id id of the specification, such as `J4.2`
 * @param recorded text with marks
 */
export function fixedText(id: string, recorded: string): FixedText {
  const repairs = [...recorded.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1] ?? '');
  return { id, text: recorded.replace(/[⟦⟧]/g, ''), repairs };
}

const FULL_WIDTH: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

/** A pair of brackets around or after Chinese text. */
const BRACKETS = /(?<=\p{Script=Han})\(([^()]*)\)|\(([^()]*\p{Script=Han}[^()]*)\)/gu;

/** A sign after a Chinese character or bracket, or before a Chinese character. */
const SIGNS = /(?<=[\p{Script=Han}）」】○□])[,;:?!]|[,;:?!](?=\p{Script=Han})/gu;

/** Half-width punctuation of Chinese text as full-width, brackets in pairs; within numbers and Latin text it stays. */
export function toFullWidthPunctuation(text: string): string {
  return text
    .replace(BRACKETS, (_, after?: string, around?: string) => `（${after ?? around ?? ''}）`)
    .replace(SIGNS, (sign) => FULL_WIDTH[sign] ?? sign);
}
