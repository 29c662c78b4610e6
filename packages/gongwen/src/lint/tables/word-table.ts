import type { WordRow } from './character-table.ts';

const row = (number: number, wrong: string, right: string, bad: string, ...good: string[]): WordRow => ({
  id: `GW-W${String(number).padStart(3, '0')}`,
  wrong,
  right,
  guard: 'silent',
  bad,
  good,
});

/** 法律統一用語表, for letters that draft rules; silent unless a profile asks. */
export const wordTable: readonly WordRow[] = [
  row(
    1,
    '設(?=[^，。\\n]{0,3}(?:科長|主任|委員|人員|秘書)[^，。\\n]{0,3}人)',
    '置',
    '設主任一人',
    '置主任一人',
    '設委員會',
  ),
  row(2, '第一百一十([一二三四五六七八九]?)條', '第一百十$1條', '第一百一十八條', '第一百十八條'),
  row(3, '自公[佈布]之日施行', '自公布日施行', '自公布之日施行', '自公布日施行'),
  row(4, '處(?=[^，。\\n]{0,12}罰金)', '科', '處三萬元以下罰金', '科三萬元以下罰金', '處三萬元以下罰鍰'),
  row(5, '訂定(?=法律)', '制定', '訂定法律', '制定法律', '訂定要點'),
  row(6, '制作(?=[^，。\\n]{0,4}(?:書表|筆錄|名冊|文書))', '製作', '制作筆錄', '製作筆錄'),
  row(7, '第([壹貳參肆伍陸柒捌玖拾])([條項款])', '第（小寫）$2', '第壹條', '第一條'),
];
