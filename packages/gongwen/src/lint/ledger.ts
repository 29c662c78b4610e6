import { CONFLICTS, DEFAULT_CHOICES, type LintChoices } from './choices.ts';
import type { Rule, Tier } from './rule.ts';

/** How many ids each group of the rule specification has. */
export const GROUPS: Readonly<Record<string, number>> = {
  S: 16,
  H: 20,
  B: 14,
  P: 12,
  T: 23,
  C: 50,
  W: 7,
  N: 17,
  U: 18,
  L: 9,
  A: 10,
  R: 12,
  G: 7,
  M: 8,
  Q: 4,
  K: 2,
  O: 2,
  E: 3,
  X: 3,
  Y: 20,
};

/** Every id of the specification. */
export const specifiedIds: readonly string[] = Object.entries(GROUPS).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `GW-${group}${String(index + 1).padStart(3, '0')}`),
);

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');

const TIERS: Readonly<Record<Tier, string>> = {
  D: '公文欄位本身即可判定',
  K: '字詞或樣式比對',
  C: '需要行文關係、期限等背景；沒有背景時不作聲',
  H: '推測，機器無法斷定；預設關閉',
  R: '排版後的頁面或輸出檔；給了頁面才作聲',
};

const tierRows = (rules: readonly Rule[]): string[] =>
  Object.entries(TIERS).map(
    ([tier, meaning]) => `| ${tier} | ${rules.filter((rule) => rule.tier === tier).length} | ${meaning} |`,
  );

const value = (choice: keyof LintChoices | undefined) =>
  choice === undefined ? '—' : `\`${JSON.stringify(DEFAULT_CHOICES[choice])}\``;

const conflictRows = (): string[] =>
  CONFLICTS.map(
    ({ id, point, choice, layoutOption }) =>
      `| ${id} | ${point} | ${choice ?? '—'} | ${value(choice)} | ${layoutOption ?? '—'} |`,
  );

/** The page that traces every id of the specification to its rule, its clause and an example of right and wrong. */
export function renderLedger(rules: readonly Rule[]): string {
  const rows = specifiedIds.map((id) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) return `| ${id} | — | — | — | 尚未實作 | — | — |`;
    const example = `${rule.bad[0]?.shown ?? '—'} → ${rule.good[0]?.shown ?? '—'}`;
    const shown = example.length > 90 ? `${example.slice(0, 88)}…` : example;
    return `| ${id} | ${rule.severity} | ${rule.tier} | ${rule.fix} | ${cell(rule.title)} | ${cell(rule.source)} | ${cell(shown)} |`;
  });
  const done = specifiedIds.filter((id) => rules.some((rule) => rule.id === id)).length;
  return [
    '# 規則出處一覽',
    '',
    `由規則本身產生（\`pnpm --filter @kcc/gongwen run ledger\`）：${specifiedIds.length} 個編號，${done} 條規則。`,
    '',
    '| 類 | 條數 | 需要什麼 |',
    '|---|---|---|',
    ...tierRows(rules),
    '',
    '## 規則',
    '',
    '| 編號 | 嚴重度 | 類 | 修正 | 規則 | 出處 | 錯 → 對 |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    '## 出處互相衝突之處',
    '',
    '| 編號 | 爭點 | 規則的選項 | 預設 | 版面的選項 |',
    '|---|---|---|---|---|',
    ...conflictRows(),
    '',
  ].join('\n');
}
