import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readNames } from './names.ts';

/** A font file found in a folder, with the family names of its first face. */
export interface FoundFont {
  readonly path: string;
  readonly names: readonly string[];
}

async function readAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

/** Reads only the table directory and the name table: font files may be 60 MB. */
async function namesOf(path: string): Promise<readonly string[]> {
  const file = await open(path, 'r');
  try {
    const first = await readAt(file, 0, 16);
    if (first.length < 16) return [];
    const start = first.toString('latin1', 0, 4) === 'ttcf' ? first.readUInt32BE(12) : 0;
    const header = await readAt(file, start, 12);
    const directory = await readAt(file, start + 12, 16 * header.readUInt16BE(4));
    for (let record = 0; record + 16 <= directory.length; record += 16) {
      if (directory.toString('latin1', record, record + 4) !== 'name') continue;
      const table = await readAt(
        file,
        directory.readUInt32BE(record + 8),
        directory.readUInt32BE(record + 12),
      );
      return readNames(table).families;
    }
    return [];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Finds the font files of a folder and its subfolders.
 *
 * @returns files with the endings ttf, otf and ttc, sorted by path.
 */
export async function scanFolder(folder: string): Promise<FoundFont[]> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.filter((entry) => /\.(ttf|otf|ttc)$/i.test(entry)).sort();
  return Promise.all(
    paths.map(async (entry) => ({ path: join(folder, entry), names: await namesOf(join(folder, entry)) })),
  );
}
