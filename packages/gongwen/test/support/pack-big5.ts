import { BASE, FIRST_CONTINUATION, SKIPPED } from '../../src/xml/big5-digits.ts';

/** Packs code points the way `big5-table.ts` keeps them: differences, small ones in one character. */
export function packCodePoints(points: readonly number[], start: number): string {
  let packed = '';
  let previous = start;
  for (const point of points) {
    const difference = point - previous;
    packed += digits(difference < 0 ? -2 * difference - 1 : 2 * difference);
    previous = point;
  }
  return packed;
}

function digits(value: number): string {
  const rest = BASE - FIRST_CONTINUATION;
  let text = '';
  let left = value;
  while (left >= FIRST_CONTINUATION) {
    text += character(FIRST_CONTINUATION + (left % rest));
    left = Math.floor(left / rest);
  }
  return text + character(left);
}

function character(digit: number): string {
  let code = 40 + digit;
  for (const skipped of SKIPPED) if (code >= skipped) code += 1;
  return String.fromCharCode(code);
}
