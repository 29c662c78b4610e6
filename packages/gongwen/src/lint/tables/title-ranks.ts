/** Posts of local and central agencies from below upward; what is not here has no rank. */
const RANKS: readonly (readonly string[])[] = [
  ['股長'],
  ['科長', '課長', '組長'],
  ['專門委員', '技正'],
  ['主任秘書'],
  ['副處長', '副局長', '副署長', '副主任委員'],
  ['處長', '局長', '署長'],
  ['參事', '副秘書長'],
  ['秘書長'],
  ['副市長', '副縣長', '政務次長', '常務次長', '次長'],
  ['市長', '縣長', '部長'],
  ['副院長'],
  ['院長'],
];

/** The place of a post; undefined for one that the table does not have. */
export function titleRank(title: string): number | undefined {
  const rank = RANKS.findIndex((titles) => titles.includes(title.trim()));
  return rank < 0 ? undefined : rank;
}
