/** Number of different digits; they are the ASCII characters from `(` on. */
export const BASE = 84;
/** Digits from here on say that more digits follow. */
export const FIRST_CONTINUATION = 64;
/** ASCII codes left out, because a string literal would have to escape them. */
export const SKIPPED = [92, 96] as const;

/** Unpacks code points kept as differences: even values go up, odd ones down. */
export function unpackCodePoints(packed: string, start: number): Uint16Array {
  const points = new Uint16Array(packed.length);
  let length = 0;
  let point = start;
  let value = 0;
  let weight = 1;
  for (let at = 0; at < packed.length; at += 1) {
    const digit = digitOf(packed.charCodeAt(at));
    if (digit >= FIRST_CONTINUATION) {
      value += (digit - FIRST_CONTINUATION) * weight;
      weight *= BASE - FIRST_CONTINUATION;
      continue;
    }
    value += digit * weight;
    point += value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    points[length++] = point;
    value = 0;
    weight = 1;
  }
  return points.slice(0, length);
}

function digitOf(code: number): number {
  let digit = code - 40;
  for (const skipped of SKIPPED) if (code > skipped) digit -= 1;
  return digit;
}
