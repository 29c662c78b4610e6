/**
 * Characters typed or scanned in place of another between Chinese characters: found, meant, and whether only names are
 * looked at, because running text has its own use for the sign.
 *
 * Source: finds in letters and forms, Unicode names; verified on 2026-11-24.
 */
export const lookAlikes: readonly (readonly [found: string, meant: string, namesOnly?: boolean])[] = [
  ['ㄧ', '一'],
  ['ー', '一'],
  ['─', '一', true],
  ['－', '一', true],
  ['—', '一', true],
  ['〇', '○'],
  ['・', '‧'],
  ['•', '‧'],
  ['ロ', '口'],
  ['ニ', '二'],
  ['ハ', '八'],
  ['カ', '力'],
  ['エ', '工'],
  ['タ', '夕'],
  ['ト', '卜'],
];
