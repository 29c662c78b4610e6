/** Letters by their code: A is 10, B 11, … O 35; not the alphabet's order (內政部). */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1];

/** Two-digit code of the area letter that begins a 身分證 or 統一證號 number; 9 for anything else. */
export function letterCode(letter: string): number {
  return LETTERS.indexOf(letter) + 10;
}

/**
 * The check digit rule that 國民身分證統一編號 and 統一證號 share: weights 1 and 9 on the letter's code, then
 * 8 7 6 5 4 3 2 1 1, sum divisible by 10. A letter in second place counts by the unit digit of its code.
 *
 * @param id ten characters, first a capital letter, the others digits or a capital letter
 */
export function idChecksumHolds(id: string): boolean {
  const area = letterCode(id.charAt(0));
  let sum = Math.floor(area / 10) + (area % 10) * 9;
  for (let at = 0; at < WEIGHTS.length; at++) {
    const unit = id.charCodeAt(at + 1);
    const digit = unit < 58 ? unit - 48 : letterCode(id.charAt(at + 1)) % 10;
    sum += digit * (WEIGHTS[at] ?? 0);
  }
  return sum % 10 === 0;
}
