const CHUNK = 8192;
/** Up to this length a reused array is quicker than a view of the codes. */
const SHORT = 48;

/** One array of each short length; `String.fromCharCode` takes a plain array quickest. */
const arrays: number[][] = [];

/** The string that code units or bytes between two offsets make. */
export function stringOf(codes: Uint16Array | Uint8Array, from: number, to: number): string {
  const length = to - from;
  if (length <= 0) return '';
  if (length > SHORT) return longString(codes, from, to);
  let array = arrays[length];
  if (array === undefined) {
    array = new Array<number>(length).fill(0);
    arrays[length] = array;
  }
  for (let index = 0; index < length; index += 1) array[index] = codes[from + index] ?? 0;
  return String.fromCharCode.apply(null, array);
}

function longString(codes: Uint16Array | Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += CHUNK) {
    // apply takes any array-like of numbers; its type knows only arrays
    const piece = codes.subarray(at, Math.min(at + CHUNK, to)) as unknown as number[];
    text += String.fromCharCode.apply(null, piece);
  }
  return text;
}
