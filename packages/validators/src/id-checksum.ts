/** Letters by their code from 10 on: not the alphabet's order (內政部). */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/**
 * The check digit rule that 國民身分證統一編號 and 統一證號 share: weights 1 and 9 on the letter's code, then
 * 8 7 6 5 4 3 2 1 1, sum divisible by 10. A letter in second place counts by the unit digit of its code.
 *
 * @param id ten characters, first a capital letter, the others digits or a capital letter
 */
export function idChecksumHolds(id: string): boolean {
  const area = LETTERS.indexOf(id.charAt(0)) + 10;
  let sum = Math.floor(area / 10) + area * 9;
  for (let at = 1; at < 10; at++) {
    const char = id.charAt(at);
    sum += (char > '9' ? LETTERS.indexOf(char) : +char) * (9 - at || 1);
  }
  return sum % 10 === 0;
}
