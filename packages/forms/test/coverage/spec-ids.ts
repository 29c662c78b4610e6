/** Every id of the form specification, group by group. */
export const specIds: Readonly<Record<string, readonly string[]>> = {
  'A 機關與角色': range('A', 24),
  'B 流程': range('B', 8),
  'T 憑證流程各步': range('T', 7),
  'P 繳費各步': range('P', 5),
  'D 文件': range('D', 22),
  'W 網頁欄位': range('W', 19),
  'D4 約定條款': range('D4.C', 8),
  'E 申請書': range('E', 18),
  'X 固定文字': range('X', 3),
  'F 用戶代碼函': range('F', 4),
  'G 繳費': range('G', 11),
  'H 函': range('H', 17),
  'I 開卡': range('I', 7),
  'J 同意書': [
    ...range('J', 4),
    ...range('J4.', 6),
    ...range('J', 7, 5),
    ...range('J7.', 3),
    ...range('J', 11, 8),
    ...range('J11.', 4),
    ...range('J', 18, 12),
  ],
  'K G2B2C-01': range('K', 22),
  'R 規則': range('R', 38),
  'M 期限': range('M', 8),
  'N 費用': range('N', 4),
  'C 代碼': range('C', 16),
  'O 修補': range('O', 33),
  'Q 其他': range('Q', 9),
};

function range(letter: string, last: number, first = 1): string[] {
  return Array.from({ length: last - first + 1 }, (_, place) => `${letter}${first + place}`);
}
