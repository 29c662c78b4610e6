import { taipeiDate } from '../../calendar/working-days.ts';
import type { CentreStatus } from '../centre.ts';

const STATUS_WORDS = { T: '交換中', D: '已停止', F: '已移除' } as const;

/** A page that people can look at: who takes part and how much waits. It shows no letter. */
export function statusPage(status: CentreStatus): string {
  const rows = status.offices.map(
    (
      office,
    ) => `<tr class="${office.status}"><td><code>${html(office.code)}${office.unit === '' ? '' : `/${html(office.unit)}`}</code></td>
<td>${html(office.name)}</td><td><span class="state">${STATUS_WORDS[office.status]}</span></td>
<td class="number">${office.waiting}</td><td>${office.endsAt === undefined ? '—' : taipeiDate(office.endsAt)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(status.name)}</title>
<style>
:root { color-scheme: light dark; --ink: #1c2733; --paper: #f7f8fa; --card: #fff; --line: #d9dfe6; --soft: #5b6b7b; --good: #0b6e4f; --bad: #a3262a }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --paper: #12171c; --card: #1b222a; --line: #33404d; --soft: #9fb0c0; --good: #5fd0a5; --bad: #ff8f8f } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, "Noto Sans TC", "Microsoft JhengHei", sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem }
h1 { font-size: 1.6rem; margin: 0 }
.note { color: var(--soft); margin: .25rem 0 1.5rem }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; margin: 0 0 1.5rem }
.figures div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem }
.figures b { display: block; font-size: 1.8rem; font-variant-numeric: tabular-nums; line-height: 1.2 }
.figures span { color: var(--soft) }
.table { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .5rem 1rem; border-bottom: 1px solid var(--line); white-space: nowrap }
tr:last-child td { border-bottom: 0 }
th { color: var(--soft); font-weight: 600 }
.number { text-align: right; font-variant-numeric: tabular-nums }
.T .state { color: var(--good) } .D .state, .F .state { color: var(--bad) }
</style></head><body><main>
<h1>${html(status.name)}</h1>
<p class="note">參考交換中心，供開發、測試與示範；不是國家公文統合交換中心。This is a reference centre, not the national one.</p>
<div class="figures"><div><b>${status.offices.length}</b><span>登錄機關</span></div><div><b>${status.parcels}</b><span>收受封裝</span></div>
<div><b>${status.waiting}</b><span>待領取</span></div><div><b>${status.acknowledged}</b><span>已領取</span></div></div>
<div class="table"><table><thead><tr><th>代碼</th><th>名稱</th><th>狀態</th><th class="number">待領取</th><th>憑證到期</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>
</main></body></html>
`;
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
