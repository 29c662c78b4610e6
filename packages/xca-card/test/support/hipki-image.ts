/** A one-line 24-bit bitmap whose pixels spell a text, as the service's `p11Image.bmp` does; 2000 pixels wide. */
export function encodeImageText(text: string): Buffer {
  const width = 2000;
  const bitmap = Buffer.alloc(54 + width * 3);
  bitmap.write('BM', 0, 'latin1');
  bitmap.writeUInt32LE(bitmap.length, 2);
  bitmap.writeUInt32LE(54, 10);
  bitmap.writeUInt32LE(40, 14);
  bitmap.writeInt32LE(width, 18);
  bitmap.writeInt32LE(1, 22);
  bitmap.writeUInt16LE(1, 26);
  bitmap.writeUInt16LE(24, 28);
  Buffer.from(text, 'utf8').copy(bitmap, 54);
  return bitmap;
}
