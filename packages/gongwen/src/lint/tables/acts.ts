/** Acts with the number of their last article, as they stood in 2025; a caller's own table goes before it. */
export const LAST_ARTICLES: ReadonlyMap<string, number> = new Map([
  ['公文程式條例', 14],
  ['檔案法', 30],
  ['政府資訊公開法', 24],
  ['行政程序法', 175],
  ['訴願法', 101],
  ['中央法規標準法', 26],
]);

/** Short names of acts and the full ones. */
export const SHORT_ACTS: readonly (readonly [short: string, right: string])[] = [
  ['個資法', '個人資料保護法'],
  ['勞基法', '勞動基準法'],
  ['採購法', '政府採購法'],
  ['行程法', '行政程序法'],
  ['國賠法', '國家賠償法'],
  ['政資法', '政府資訊公開法'],
];
