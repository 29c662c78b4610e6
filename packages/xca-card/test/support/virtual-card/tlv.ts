/** BER-TLV with a tag of one to three bytes. */
export function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const tagBytes =
    tag > 0xffff ? [tag >> 16, (tag >> 8) & 0xff, tag & 0xff] : tag > 0xff ? [tag >> 8, tag & 0xff] : [tag];
  const { length } = body;
  const lengthBytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([...tagBytes, ...lengthBytes]), body]);
}

/** Values of one-byte tags in a TLV list, first level only. */
export function readTlv(bytes: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>();
  let offset = 0;
  while (offset + 2 <= bytes.length) {
    const tag = bytes.readUInt8(offset);
    let length = bytes.readUInt8(offset + 1);
    offset += 2;
    if (length === 0x81) {
      length = bytes.readUInt8(offset);
      offset += 1;
    } else if (length === 0x82) {
      length = bytes.readUInt16BE(offset);
      offset += 2;
    }
    found.set(tag, bytes.subarray(offset, offset + length));
    offset += length;
  }
  return found;
}
