const set = (characters: string): ReadonlySet<string> => new Set(characters);

/** 避頭: marks that may not begin a line. */
const NEVER_FIRST = set(
  '!),.:;?]}%\'"、。〉》」』】〕〗〞︰﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？］｝％～々‧·…—’”′″℃°',
);

/** 避尾: marks that may not end a line. */
const NEVER_LAST = set('([{£¥〈《「『【〔〖（［｛￡￥〝“‘$＄');

/** True for a mark that must not stand first on a line (GW-Y013, clreq). */
export function mayNotBegin(character: string): boolean {
  return NEVER_FIRST.has(character);
}

/** True for a mark that must not stand last on a line. */
export function mayNotEnd(character: string): boolean {
  return NEVER_LAST.has(character);
}
