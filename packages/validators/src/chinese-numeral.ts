const DIGITS = '零一二三四五六七八九';

/**
 * Reads a whole number from 0 to 999 in ASCII or Chinese digits: `108`, `一百零八`, `一〇八`, `廿一`, `元`.
 *
 * @returns undefined for anything else
 */
export function parseNumeral(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return +text;
  const plain = text
    .replace(/^元$/, '一')
    .replace(/廿/, '二十')
    .replace(/卅/, '三十')
    .replace(/[〇○]/g, '零')
    .replace(/[零一二三四五六七八九]/g, (char) => `${DIGITS.indexOf(char)}`);
  if (/^\d{1,3}$/.test(plain)) return +plain;
  const [match, hundreds = 0, tens, ones] = /^(?:(\d)百)?0?(?:(\d?)十)?(\d?)$/.exec(plain) ?? [];
  return match ? +hundreds * 100 + (tens === undefined ? 0 : +(tens || 1)) * 10 + +(ones ?? 0) : undefined;
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
