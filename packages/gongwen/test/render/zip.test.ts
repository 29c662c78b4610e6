import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deflatedEntry, storedEntry, writeZip } from '../../src/render/zip/zip.ts';

describe('writeZip', () => {
  const archive = () =>
    writeZip([storedEntry('mimetype', 'text/plain'), deflatedEntry('資料/內容.xml', '內容'.repeat(500))]);

  it('writes archives that another library reads', () => {
    const files = unzipSync(archive());
    expect(Object.keys(files)).toEqual(['mimetype', '資料/內容.xml']);
    expect(strFromU8(files['資料/內容.xml'] ?? new Uint8Array())).toBe('內容'.repeat(500));
  });

  it('stores an entry as it is, with its name and bytes at the place where file(1) looks', () => {
    expect(new TextDecoder().decode(archive().subarray(30, 48))).toBe('mimetypetext/plain');
  });

  it('gives the same bytes for the same content', () => {
    expect(archive()).toEqual(archive());
  });
});
