const WIDTH = 2000;
const HEADER = 54;

/**
 * `p11Image.bmp`: one line of 2000 pixels whose blue, green and red spell a JSON text, ended by zeros. Characters above
 * ASCII are written as `\uXXXX`, because pages read one byte as one character.
 *
 * @throws RangeError when the text does not fit
 */
export function encodeImage(value: unknown): Buffer {
  const ascii = JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (ascii.length >= WIDTH * 3) throw new RangeError('the text does not fit into the image');
  const bitmap = Buffer.alloc(HEADER + WIDTH * 3);
  bitmap.write('BM', 0, 'latin1');
  bitmap.writeUInt32LE(bitmap.length, 2);
  bitmap.writeUInt32LE(HEADER, 10);
  bitmap.writeUInt32LE(40, 14);
  bitmap.writeInt32LE(WIDTH, 18);
  bitmap.writeInt32LE(1, 22);
  bitmap.writeUInt16LE(1, 26);
  bitmap.writeUInt16LE(24, 28);
  bitmap.write(ascii, HEADER, 'latin1');
  return bitmap;
}
