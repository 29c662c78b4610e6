/** One row of the tables of uniform characters and words. */
export interface WordRow {
  readonly id: string;
  /** What is wrong, as a regular expression. */
  readonly wrong: string;
  /** What is right, with `$1` for groups. */
  readonly right: string;
  /** `safe` is mended unasked, `offered` only shown, `silent` shown only when a profile asks. */
  readonly guard: 'safe' | 'offered' | 'silent';
  readonly bad: string;
  readonly good: readonly string[];
}

const row = (
  number: number,
  wrong: string,
  right: string,
  guard: WordRow['guard'],
  bad: string,
  ...good: string[]
): WordRow => ({ id: `GW-C${String(number).padStart(3, '0')}`, wrong, right, guard, bad, good });

/** 法律統一用字表, its 45 rows in order, then later additions. */
export const characterTable: readonly WordRow[] = [
  row(1, '([公分頒])佈', '$1布', 'safe', '公佈實施', '公布實施', '布置會場'),
  row(2, '征([兵稅收求])', '徵$1', 'safe', '征收費用', '徵收費用', '長征路線'),
  row(3, '([部身])份', '$1分', 'safe', '部份文件', '部分文件', '股份與月份'),
  row(4, '賬', '帳', 'safe', '賬目清楚', '帳目清楚'),
  row(5, '韮', '韭', 'safe', '韮菜', '韭菜'),
  row(6, '鑛', '礦', 'safe', '鑛產', '礦產'),
  row(7, '厘([訂定清])', '釐$1', 'safe', '厘訂計畫', '釐訂計畫', '3厘米'),
  row(8, '舘', '館', 'safe', '圖書舘', '圖書館'),
  row(9, '谷物', '穀物', 'offered', '谷物價格', '穀物價格', '山谷物產'),
  row(10, '([行失])踪', '$1蹤', 'safe', '失踪人口', '失蹤人口'),
  row(11, '碍', '礙', 'safe', '妨碍交通', '妨礙交通'),
  row(12, '剩餘', '賸餘', 'silent', '剩餘經費', '賸餘經費'),
  row(13, '佔', '占', 'safe', '佔用道路', '占用道路'),
  row(14, '抵觸', '牴觸', 'safe', '抵觸法律', '牴觸法律', '抵達'),
  row(15, '僱([主員])', '雇$1', 'offered', '僱主責任', '雇主責任'),
  row(16, '(?:雇用|(?<=聘)雇)', '', 'offered', '雇用人員', '僱用人員', '雇主'),
  row(17, '臟物', '贓物', 'safe', '查獲臟物', '查獲贓物', '內臟'),
  row(18, '粘貼', '黏貼', 'safe', '粘貼憑證', '黏貼憑證'),
  row(19, '計劃', '計畫', 'offered', '年度計劃', '年度計畫'),
  row(20, '([策規擘])畫', '$1劃', 'offered', '規畫方案', '規劃方案', '計畫'),
  row(21, '搜集', '蒐集', 'safe', '搜集資料', '蒐集資料', '搜索'),
  row(22, '煙([酒葉])', '菸$1', 'offered', '煙酒稅', '菸酒稅', '煙火'),
  row(23, '盡([先量速])', '儘$1', 'safe', '盡速辦理', '儘速辦理', '盡力配合'),
  row(24, '蔴', '麻', 'safe', '蔴布', '麻布'),
  row(25, '([電水])錶', '$1表', 'safe', '電錶', '電表', '手錶'),
  row(26, '擦括', '擦刮', 'safe', '擦括痕跡', '擦刮痕跡'),
  row(
    27,
    '撤除(?=[^，。\\n]{0,4}(?:建築|房屋|違建|工寮))',
    '拆除',
    'offered',
    '撤除違建',
    '拆除違建',
    '撤除警戒',
  ),
  row(28, '燐', '磷', 'safe', '燐酸', '磷酸'),
  row(29, '貫澈', '貫徹', 'safe', '貫澈政策', '貫徹政策'),
  row(30, '徹底', '澈底', 'offered', '徹底檢討', '澈底檢討'),
  row(31, '只(?=[能得可須])', '祗', 'silent', '只能申請', '祗能申請', '一只'),
  row(32, '并(?=[請應於且])', '並', 'offered', '并請填復', '並請填復'),
  row(33, '向法院申請', '向法院聲請', 'offered', '向法院申請', '向法院聲請'),
  row(
    34,
    '向(本[府局處會]|[^，。\\n]{0,6}(?:市政府|縣政府))聲請',
    '向$1申請',
    'offered',
    '向本府聲請',
    '向本府申請',
  ),
  row(35, '于(?=\\d|[本該前後上下文])', '於', 'offered', '請于10日前', '請於10日前', '于右任故居'),
  row(
    36,
    '給予(?=[^，。\\n]{0,3}(?:補助金|獎金|津貼|物品))',
    '給與',
    'offered',
    '給予獎金',
    '給與獎金',
    '給予協助',
  ),
  row(37, '(給|授)與(?=[^，。\\n]{0,3}(?:學位|勳章|榮譽|嘉獎))', '$1予', 'offered', '授與學位', '授予學位'),
  row(38, '(會議|電話|開會)記錄', '$1紀錄', 'safe', '會議記錄', '會議紀錄', '予以記錄'),
  row(39, '(?:予以|加以|詳予)紀錄', '', 'offered', '予以紀錄', '予以記錄', '會議紀錄'),
  row(40, '([事史遺古])跡', '$1蹟', 'safe', '古跡維護', '古蹟維護', '足跡'),
  row(41, '([蹤足])蹟', '$1跡', 'safe', '足蹟', '足跡', '古蹟'),
  row(42, '粮', '糧', 'safe', '粮食', '糧食'),
  row(43, '複核', '覆核', 'offered', '複核結果', '覆核結果'),
  row(44, '[複覆]查', '復查', 'offered', '申請複查', '申請復查'),
  row(45, '復驗', '複驗', 'offered', '復驗合格', '複驗合格'),
  row(46, '取銷', '取消', 'safe', '取銷資格', '取消資格'),
  row(
    47,
    '(?<![舞平月講站櫃吧車陽])台([灣北南中東])',
    '臺$1',
    'offered',
    '台北車站',
    '臺北車站',
    '台灣電力公司',
    '台灣世界展望會',
    '台北富邦商業銀行',
    '舞台中央',
    '平台東側',
  ),
  row(48, '必需(?=[於先在由依])', '必須', 'offered', '必需於期限內', '必須於期限內', '必需品'),
  row(49, '周([年期])', '週$1', 'offered', '十周年', '十週年'),
  row(50, '新台幣', '新臺幣', 'safe', '新台幣5萬元', '新臺幣5萬元'),
];

/** What cannot be said by a replacement text: words whose changed character stands in several places. */
export const SWAPS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'GW-C016': ['雇', '僱'],
  'GW-C039': ['紀', '記'],
};
