/** Pieces one after another, copied once; a piece that is alone as it is. */
export function wholeOf(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  return pieces.length === 1 && first !== undefined ? first : joinBytes(pieces);
}

/** Pieces one after another, copied once. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = room(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Many bytes are not filled with zeros first: each is written. */
function room(size: number): Uint8Array<ArrayBuffer> {
  return size < 1024 ? new Uint8Array(size) : new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
}
