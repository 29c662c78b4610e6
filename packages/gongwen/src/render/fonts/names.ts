import { viewOf } from './sfnt.ts';

const FAMILY_IDS: ReadonlySet<number> = new Set([1, 16]);
const POSTSCRIPT_ID = 6;
const MACINTOSH = 1;
const ENGLISH = 0x409;

/** The names of a face. */
export interface FaceNames {
  /** Family names in every language. */
  readonly families: readonly string[];
  readonly english: string;
  readonly postscript: string;
}

/** Reads a name table. @throws RangeError when it is cut off. */
export function readNames(table: Uint8Array): FaceNames {
  const view = viewOf(table);
  const strings = view.getUint16(4);
  const families: string[] = [];
  let english = '';
  let postscript = '';
  for (let index = 0; index < view.getUint16(2); index++) {
    const at = 6 + 12 * index;
    const platform = view.getUint16(at);
    const language = view.getUint16(at + 4);
    const id = view.getUint16(at + 6);
    if (platform === MACINTOSH && language !== 0) continue;
    const offset = strings + view.getUint16(at + 10);
    const raw = table.subarray(offset, offset + view.getUint16(at + 8));
    const text = new TextDecoder(platform === MACINTOSH ? 'latin1' : 'utf-16be').decode(raw);
    if (FAMILY_IDS.has(id) && !families.includes(text)) families.push(text);
    if (id === 1 && (language === ENGLISH || english === '')) english = text;
    if (id === POSTSCRIPT_ID && postscript === '') postscript = text;
  }
  return { families, english, postscript };
}
