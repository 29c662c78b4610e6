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
  '(': '（',
  ')': '）',
};

/** Half-width punctuation between or after Chinese characters as full-width; inside numbers and Latin text it stays. */
export function toFullWidthPunctuation(text: string): string {
  const han = '[\\p{Script=Han}\\p{P}○□]';
  const after = new RegExp(`(?<=${han})[,;:?!()]|[,;:?!()](?=\\p{Script=Han})`, 'gu');
  return text.replace(after, (sign) => FULL_WIDTH[sign] ?? sign);
}
