import { arabicOf, chineseDigit, positionalDigits } from '../chinese-number.ts';
import { inBodies } from '../examples.ts';
import { matchesIn, patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const WEEKDAYS = '日一二三四五六';
const half = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
const rocYear = (text: string | undefined) => (Number(text) > 1911 ? Number(text) - 1911 : Number(text));
/** 第十2 → 第12; undefined where the two parts do not make one number. */
function unmixed(text: string): string | undefined {
  const parts = /^第([一二三四五六七八九]?)十(\d)$/.exec(text);
  return parts ? `第${arabicOf(`${parts[1]}十`)?.slice(0, -1)}${parts[2]}` : undefined;
}

/** +886-2-2345-6789 → (02)2345-6789. */
function nationalPhone(text: string): string | undefined {
  const digits = text.replace(/^\+886|\D/g, '');
  if (/^9\d{8}$/.test(digits)) return `0${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  const [, area, exchange, line] = /^([2-8])(\d{3,4})(\d{4})$/.exec(digits) ?? [];
  return area === undefined ? undefined : `(0${area})${exchange}-${line}`;
}

const isDay = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year + 1911, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : undefined;
};
const ROC_DAY = /(?<!\d)(\d{2,3})年(\d{1,2})月(\d{1,2})日\s*[（(]?(?:星期|週)?([日一二三四五六])?[)）]?/g;

/** N: numbers, dates, money. */
export const numberRules: readonly Rule[] = [
  patternRule({
    id: 'GW-N001',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: '用民國紀年',
    message: '「{found}」是西元年；請改為「{right}」',
    source: cite('act', '第6條'),
    pattern: /(?<![\d西元公曆])(?:西元)?(19[1-9]\d|20\d{2})年(?!版)/g,
    replace: ({ match }) => `${Number(match[1]) - 1911}年`,
    bad: inBodies('預定2026年完工。'),
    good: inBodies('預定115年完工。', '參加「2026年國際綠美化會議」。'),
  }),
  patternRule({
    id: 'GW-N002',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '日期寫年月日',
    message: '日期「{found}」請改為「{right}」',
    source: cite('numbers', '第2點'),
    hint: '/.-',
    pattern: /(?<![\d.\-/A-Za-z第])(\d{3}|20\d{2})([/.-])(\d{1,2})\2(\d{1,2})(?![\d.\-/A-Za-z])/g,
    accept: ({ match }) => isDay(rocYear(match[1]), Number(match[3]), Number(match[4])) !== undefined,
    replace: ({ match }) => `${rocYear(match[1])}年${Number(match[3])}月${Number(match[4])}日`,
    bad: inBodies('請於115/11/23前填復。', '依115.11.3會議決議。', '請於2026/11/23前填復。'),
    good: inBodies('請於115年11月23日前填復。', '電話：02-234-5678。', '金額1.15元。'),
  }),
  patternRule({
    id: 'GW-N003',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '星期寫全',
    message: '「{found}」請改為「{right}」',
    source: cite('numbers', '第3點'),
    hint: '(（',
    pattern: /(?<=月\d{1,2}日)[(（]([日一二三四五六])[)）]/g,
    replace: ({ match }) => `（星期${match[1]}）`,
    bad: inBodies('訂於11月4日(三)召開。'),
    good: inBodies('訂於11月4日（星期三）召開。'),
  }),
  {
    id: 'GW-N004',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '星期與日期相符、日期存在',
    message: '「{found}」{problem}；請查對',
    source: cite('practice'),
    bad: inBodies('訂於115年11月23日（星期二）召開。', '請於115年2月30日前填復。'),
    good: inBodies('訂於115年11月23日（星期一）召開。', '請於117年2月29日前填復。'),
    check: (_, context) =>
      matchesIn(context, { pattern: ROC_DAY }).flatMap(({ match, part, range }) => {
        const date = isDay(Number(match[1]), Number(match[2]), Number(match[3]));
        const right = date && WEEKDAYS.charAt(date.getUTCDay());
        const problem = !date
          ? '沒有這一天'
          : match[4] && match[4] !== right
            ? `應為星期${right}`
            : undefined;
        return problem === undefined
          ? []
          : [{ path: part.path, range, params: { found: match[0], problem } }];
      }),
  },
  patternRule({
    id: 'GW-N005',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '時間用上午、下午及時、分',
    message: '時間「{found}」請改為「{right}」',
    source: cite('interpretation', '112.5.30'),
    hint: ':：時',
    pattern: /下午(1[3-9]|2[0-3])時|(上午|下午)?(?<![\d:：])([01]?\d|2[0-3])[:：]([0-5]\d)(?![\d:：])/g,
    replace: ({ match }) => {
      const hour = Number(match[1] ?? match[3]);
      const shown = hour > 12 ? hour - 12 : hour;
      if (match[1]) return `下午${shown}時`;
      const minutes = Number(match[4]) === 0 ? '' : `${Number(match[4])}分`;
      return `${match[2] && hour <= 12 ? match[2] : hour >= 12 ? (hour === 12 ? '中午' : '下午') : '上午'}${shown}時${minutes}`;
    },
    accept: ({ match, part, range }) =>
      !(match[3] !== undefined && Number(match[3]) < 7 && match[2] === undefined) &&
      !/[比分][例數率為]?\s?$/.test(part.text.slice(Math.max(0, range[0] - 6), range[0])),
    bad: inBodies('訂於下午13時召開。', '會議於09:30開始。'),
    good: inBodies('訂於下午1時召開。', '採24小時制18時截止。', '比例1:50。', '混合比例10:30。'),
  }),
  patternRule({
    id: 'GW-N006',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '統計、序數、日期用阿拉伯數字',
    message: '「{found}」請改為「{right}」',
    source: cite('numbers', '第2點'),
    hint: '一二三四五六七八九十百',
    pattern:
      /(?<![一二三四五六七八九十百千萬億幾數第、零])([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]百零?[一二三四五六七八九]?十?[一二三四五六七八九]?)(?=[人件份元張台臺戶筆所名校](?![^，。\n]?[次制])|日[內前])|(?<=第)([一二三四五六七八九十]{1,3})(?=次(?:會議|委員會|定期|臨時|[^，。；、\n]{2,4}會議))|(?<![一二三四五六七八九十百千萬億〇○零])([一二三四五六七八九][一二三四五六七八九〇○零]{2})(?=年)/g,
    replace: ({ match }) =>
      match[3] === undefined ? arabicOf(match[1] ?? match[2] ?? '') : positionalDigits(match[3]),
    bad: inBodies('計有三十二人參加。', '提第二次會議討論。', '請於十日內函復。', '自一一五年起辦理。'),
    good: inBodies(
      '計有32人參加。',
      '第三人善意。',
      '法案三讀通過。',
      '數十人。',
      '第二次世界大戰。',
      '百年好合。',
    ),
  }),
  patternRule({
    id: 'GW-N007',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: '成語、慣用語用中文數字',
    message: '「{found}」請改為「{right}」',
    source: cite('numbers', '第3點'),
    hint: '星週致分',
    pattern: /星期[1-6]|週[1-6](?![\d週年日])|(?<!\d)1致(?=[，。性同])|[一二三四五六七八九十]分之\d(?!\d)/g,
    replace: ({ match }) => match[0].replace(/\d/, (digit) => chineseDigit(Number(digit))),
    bad: inBodies('每星期3辦理。', '經三分之1同意。'),
    good: inBodies('每星期三辦理。', '經三分之一同意。', '第1週15日。'),
  }),
  patternRule({
    id: 'GW-N009',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '同一數字不混用',
    message: '「{found}」混用中文與阿拉伯數字；請改為「{right}」',
    source: cite('numbers'),
    hint: '條項款點次',
    pattern: /第(?:[一二三四五六七八九十百]+\d+|\d+[一二三四五六七八九十]+)(?=[條項款點次])/g,
    replace: ({ match }) => unmixed(match[0]),
    bad: inBodies('依第十2條辦理。', '依第二十3條辦理。'),
    good: inBodies('依第12條辦理。', '新臺幣3萬2,000元。'),
  }),
  patternRule({
    id: 'GW-N010',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '數字用半形',
    message: '「{found}」是全形數字；請改為「{right}」',
    source: cite('handbook104', '16(四)'),
    hint: '０１２３４５６７８９',
    pattern: /[０-９]+(?:[．，][０-９]+)*/g,
    replace: ({ match }) => half(match[0]),
    bad: inBodies('１１５年度計畫。'),
    good: inBodies('115年度計畫。'),
  }),
  patternRule({
    id: 'GW-N011',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '金額寫新臺幣並分節',
    message: '金額「{found}」請改為「{right}」',
    source: cite('numbers', '數字用法舉例'),
    hint: 'N幣',
    pattern: /NT\$\s?(\d[\d,]*)元?|(?<=新[臺台]幣)(\d{4,8})(?=元)/g,
    replace: ({ match }) => {
      const amount = (match[1] ?? match[2] ?? '').replaceAll(',', '');
      const low = amount.slice(-4).replace(/^(\d)(?=\d{3}$)/, '$1,');
      const high = amount.slice(0, -4);
      const text = high === '' ? low : Number(amount.slice(-4)) === 0 ? `${high}萬` : `${high}萬${low}`;
      return match[1] ? `新臺幣${text}元` : text;
    },
    accept: ({ match }) => (match[1] ?? match[2] ?? '').replaceAll(',', '').length <= 8,
    bad: inBodies('經費NT$14286元。', '經費新臺幣14286元。'),
    good: inBodies('經費新臺幣1萬4,286元。', '經費新臺幣500元。'),
  }),
  patternRule({
    id: 'GW-N013',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '國內電話不加+886',
    message: '「{found}」請改為國內寫法，如「{right}」',
    source: cite('numbers', '數字用法舉例'),
    hint: '+',
    pattern: /\+886[-\s]?\d[\d-]+/g,
    replace: ({ match }) => nationalPhone(match[0]),
    bad: inBodies('請洽+886-2-23456789。', '請洽+886 912-345-678。'),
    good: inBodies('請洽(02)2345-6789。'),
  }),
  patternRule({
    id: 'GW-N016',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: '概數用中文數字',
    message: '概數「{found}」請改為「{right}」',
    source: cite('numbers', '數字用法舉例'),
    hint: '、',
    pattern: /(?<![\d、第說明件項款點])([1-8])、([2-9])(?=[天日年月週次人](?![^，。\n]?[及至]))/g,
    accept: ({ match }) => Number(match[2]) === Number(match[1]) + 1,
    replace: ({ match }) => `${chineseDigit(Number(match[1]))}、${chineseDigit(Number(match[2]))}`,
    bad: inBodies('約需3、4天。'),
    good: inBodies('約需三、四天。', '第3、4次會議。', '附件3、4。'),
  }),
];
