const DIGITS = '零一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

function chineseNumber(value: number): string {
  if (value >= 100) return `${chineseNumber(Math.floor(value / 100))}百${hundredTail(value % 100)}`;
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 && value > 0 ? '' : DIGITS.charAt(value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones}`;
}

function hundredTail(rest: number): string {
  if (rest === 0) return '';
  if (rest < 10) return `零${chineseNumber(rest)}`;
  return rest < 20 ? `一${chineseNumber(rest)}` : chineseNumber(rest);
}

const fromSeries = (series: string) => (value: number) =>
  series.charAt((value - 1) % series.length).repeat(Math.ceil(value / series.length));

const NUMERALS = [chineseNumber, String, fromSeries(STEMS), fromSeries(BRANCHES)] as const;

/**
 * The marker (序號) of an item by its place: 一、 (一) 1、 (1) as 文書處理手冊 has them, then 甲、 (甲) 子、 (子); deeper
 * levels begin again.
 *
 * @param level - Depth, 0 for the items of a 段落.
 * @param index - Place among its siblings, 0-based.
 */
export function deriveMarker(level: number, index: number): string {
  const numeral = NUMERALS[Math.floor(level / 2) % NUMERALS.length] ?? chineseNumber;
  const text = numeral(index + 1);
  return level % 2 === 0 ? `${text}、` : `(${text})`;
}
