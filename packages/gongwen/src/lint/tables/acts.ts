/** Short names of acts and the full ones. */
export const SHORT_ACTS: readonly (readonly [short: string, right: string])[] = [
  ['個資法', '個人資料保護法'],
  ['勞基法', '勞動基準法'],
  ['採購法', '政府採購法'],
  ['行程法', '行政程序法'],
  ['國賠法', '國家賠償法'],
  ['政資法', '政府資訊公開法'],
];
