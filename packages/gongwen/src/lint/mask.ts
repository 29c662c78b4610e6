import { PROPER_NAMES } from './tables/proper-names.ts';

/** Stands for a character that rules must not look at. */
export const COVER = '\ufffc';

const cover = (text: string) => COVER.repeat(text.length);

const QUOTED = /「[^「」\n]*(?:「[^「」\n]*」[^「」\n]*)*」|『[^『』\n]*』|《[^《》\n]*》|〈[^〈〉\n]*〉/g;
const ADDRESSES = /(?:https?:\/\/|www\.)[\w\-./?=&%#~:+]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** A covering keeps the quotation marks themselves, so that sentences keep their punctuation. */
const coverInside = (text: string) =>
  text.charAt(0) + cover(text.slice(1, -1)) + text.charAt(text.length - 1);

/** Covers quotations, titles, addresses and proper names; the length stays. */
export function maskText(text: string, names: readonly string[]): string {
  let masked = text;
  if (/[「『《〈]/.test(masked)) masked = masked.replace(QUOTED, coverInside);
  if (/[@/]|www/.test(masked)) masked = masked.replace(ADDRESSES, cover);
  for (const name of names) {
    if (name.length > 2 && masked.includes(name)) masked = masked.replaceAll(name, cover(name));
  }
  return masked.replace(PROPER_NAMES, cover);
}
