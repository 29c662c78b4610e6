import { strFromU8, unzipSync } from 'fflate';

/** A docx or odt taken apart. */
export interface OfficeFile {
  readonly format: 'docx' | 'odt';
  /** The text of a part; undefined when the file has none of that name. */
  part(name: string): string | undefined;
}

/** A part that unpacks to more than this is refused: a letter's text is a few kilobytes. */
const LARGEST_PART = 32 * 1024 * 1024;

/** Parts whose text is read. */
const TEXT_PART = /\.(xml|rels)$|^mimetype$/;

/** Opens a docx or odt; a text says why it is neither. */
export function openOfficeFile(bytes: Uint8Array): OfficeFile | string {
  let parts: Record<string, Uint8Array>;
  let tooLarge = '';
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!TEXT_PART.test(name)) return false;
        if (originalSize > LARGEST_PART) tooLarge = name;
        return originalSize <= LARGEST_PART;
      },
    });
  } catch {
    return 'not a zip archive';
  }
  if (tooLarge !== '') return `${tooLarge} is too large`;
  const part = (name: string) => {
    const found = parts[name];
    return found === undefined ? undefined : strFromU8(found);
  };
  if (parts['word/document.xml'] !== undefined) return { format: 'docx', part };
  if (parts['content.xml'] !== undefined) return { format: 'odt', part };
  return 'neither word/document.xml nor content.xml';
}
