import { joinedMoves, machines } from './machines.ts';
import { tableOf } from './markdown-table.ts';

const HEAD = `---
title: 狀態圖 · State machines
---

# 狀態圖 · State machines

由程式的狀態表產生（\`npx pnpm --filter @kcc-docs/site run write\`），請勿手改；測試會比對。粗框是起點，雙框是終點。
每張圖旁的 \`.mmd\` 是同一張圖的 mermaid 文字。

In English: drawn from the machines themselves. Thick frame: start; double frame: end. The \`.mmd\` files hold the same as mermaid text.
`;

/** The page with every machine: picture and table. */
export function statePage(): string {
  const sections = machines().map((machine) => {
    const label = new Map(machine.states.map(({ id, label }) => [id, label]));
    const rows = joinedMoves(machine).map(({ from, to, event }) => [
      label.get(from) ?? from,
      event === '' ? '—' : event,
      label.get(to) ?? to,
    ]);
    return [
      `## ${machine.title}`,
      '',
      `![${machine.title}](pictures/${machine.id}.svg)`,
      '',
      `[mermaid](pictures/${machine.id}.mmd)`,
      '',
      tableOf(['從', '事件', '到'], rows),
    ].join('\n');
  });
  return [HEAD, ...sections].join('\n');
}
