/** Counties that became or joined special municipalities on 2010-12-25 and 2014-12-25 (內政部); verified on 2026-11-23. */
export const formerCounties: Readonly<Record<string, string>> = {
  臺北縣: '新北市',
  桃園縣: '桃園市',
  臺中縣: '臺中市',
  臺南縣: '臺南市',
  高雄縣: '高雄市',
};

/** District names as often misspelt, with the official spelling (中華郵政); verified on 2026-11-23. */
export const misspeltDistricts: Readonly<Record<string, string>> = { 坎頂鄉: '崁頂鄉', 峨嵋鄉: '峨眉鄉' };
