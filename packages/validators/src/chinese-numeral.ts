const DIGITS = '零一二三四五六七八九';
/** Other ways to write the digits and the tens. */
const VARIANTS: Readonly<Record<string, string>> = { 〇: '零', '○': '零', 廿: '二十', 卅: '三十' };
const COUNTED = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九]?)$/;

/**
 * Reads a whole number from 0 to 999 in ASCII or Chinese digits: `108`, `一百零八`, `一〇八`, `廿一`, `元`.
 *
 * @returns undefined for anything else
 */
export function parseNumeral(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const plain = text.replace(/[〇○廿卅]/g, (char) => VARIANTS[char] ?? char);
  const digit = (char: string | undefined, none: number): number => (char ? DIGITS.indexOf(char) : none);
  if (/^[零一二三四五六七八九]{1,3}$/.test(plain)) {
    return [...plain].reduce((sum, char) => sum * 10 + digit(char, 0), 0);
  }
  const counted = COUNTED.exec(plain);
  if (!plain || !counted) return undefined;
  const tens = counted[2] === undefined ? 0 : digit(counted[2], 1);
  return digit(counted[1], 0) * 100 + tens * 10 + digit(counted[3], 0);
}

/** Writes 1 to 999 as it stands in a Chinese date: 一百零八, 一百一十五, 十二. */
export function formatNumeral(value: number): string {
  const [ones, tens, hundreds] = [value % 10, Math.floor(value / 10) % 10, Math.floor(value / 100)];
  const name = (digit: number): string => DIGITS.charAt(digit);
  let text = hundreds ? `${name(hundreds)}百` : '';
  if (tens) text += tens === 1 && !hundreds ? '十' : `${name(tens)}十`;
  else if (hundreds && ones) text += '零';
  return ones ? text + name(ones) : text;
}
