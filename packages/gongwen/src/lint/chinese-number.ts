const DIGITS = '〇一二三四五六七八九';

/** The Chinese numeral of one digit. */
export const chineseDigit = (digit: number): string => DIGITS.charAt(digit);

/** 一一〇 digit by digit: 110. */
export const positionalDigits = (text: string): string =>
  [...text].map((char) => ('○〇零'.includes(char) ? '0' : String(DIGITS.indexOf(char)))).join('');

/** A Chinese number below 1000 in Arabic digits, such as 三十二 → 32; undefined for what is none. */
export function arabicOf(text: string): string | undefined {
  const parts =
    /^(?:([一二三四五六七八九])?百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!parts || text === '') return undefined;
  const digit = (char: string | undefined, otherwise: number) => (char ? DIGITS.indexOf(char) : otherwise);
  const hundreds = text.includes('百') ? digit(parts[1], 1) * 100 : 0;
  return String(hundreds + (parts[3] ? digit(parts[2], 1) * 10 : 0) + digit(parts[4], 0));
}

/** Chinese numerals in front of 條項款目點 turned into Arabic digits: 第四十四條之一 → 第44條之1. */
export function arabicArticle(text: string): string {
  return text.replace(/(?<=[第之])[一二三四五六七八九十百零]+/g, (numeral) => arabicOf(numeral) ?? numeral);
}
