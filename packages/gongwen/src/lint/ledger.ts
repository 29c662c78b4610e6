import type { Rule } from './rule.ts';

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

/** The page that traces every id of the specification to its rule and clause, or says why there is none. */
export function renderLedger(rules: readonly Rule[]): string {
  const rows = specifiedIds.map((id) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule)
      return `| ${id} | ${rule.severity} | ${rule.tier} | ${rule.fix} | ${cell(rule.title)} | ${cell(rule.source)} |`;
    return `| ${id} | — | — | — | 尚未實作 | — |`;
  });
  const done = specifiedIds.filter((id) => rules.some((rule) => rule.id === id)).length;
  return [
    '# 規則出處一覽',
    '',
    `由規則本身產生：${specifiedIds.length} 個編號，${done} 條規則。`,
    '',
    '| 編號 | 嚴重度 | 類 | 修正 | 規則 | 出處 |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
