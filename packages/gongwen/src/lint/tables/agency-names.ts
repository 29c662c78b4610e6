/** Short and former names of agencies and their present full names (checked 2026-11). */
export const RENAMED: Readonly<Record<string, string>> = {
  勞委會: '勞動部',
  行政院勞工委員會: '勞動部',
  環保署: '環境部',
  行政院環境保護署: '環境部',
  農委會: '農業部',
  行政院農業委員會: '農業部',
  衛生署: '衛生福利部',
  行政院衛生署: '衛生福利部',
  衛福部: '衛生福利部',
  國發會: '國家發展委員會',
  主計總處: '行政院主計總處',
  人事總處: '行政院人事行政總處',
  北市府: '臺北市政府',
  台北市政府: '臺北市政府',
  台中市政府: '臺中市政府',
  台南市政府: '臺南市政府',
  台東縣政府: '臺東縣政府',
};

/** Names that agencies no longer have, for running text. */
export const FORMER_NAMES: Readonly<Record<string, string>> = {
  行政院勞工委員會: '勞動部',
  勞委會: '勞動部',
  行政院環境保護署: '環境部',
  環保署: '環境部',
  行政院農業委員會: '農業部',
  農委會: '農業部',
  行政院衛生署: '衛生福利部',
  衛生署: '衛生福利部',
};
