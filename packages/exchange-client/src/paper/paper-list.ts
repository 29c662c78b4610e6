import { taipeiDate } from '../calendar/working-days.ts';
import { DELIVERY_STATES } from '../engine/delivery-state.ts';
import type { DeliveryRecord, DispatchDetail } from '../store/records.ts';

const HEADER = ['識別碼', '主旨', '機關代碼', '單位代碼', '受文者', '原因', '改紙本日期'];

interface PaperRow {
  readonly dispatch: DispatchDetail;
  readonly delivery: DeliveryRecord;
}

/** Recipients that go on paper (改紙本), as CSV with a byte order mark, so that office programs show Chinese. */
export function paperList(dispatches: readonly DispatchDetail[]): string {
  const rows = paperRows(dispatches).map(({ dispatch, delivery }) => [
    dispatch.id,
    dispatch.subject,
    delivery.code,
    delivery.unit,
    delivery.name,
    delivery.reason ?? '',
    taipeiDate(delivery.changedAt),
  ]);
  return `\ufeff${[HEADER, ...rows].map((row) => row.map(csvField).join(',')).join('\r\n')}\r\n`;
}

/** Envelope labels of those recipients, two columns an A4 page; each carries the stamp of an unconfirmed exchange. */
export function paperLabels(dispatches: readonly DispatchDetail[]): string {
  const labels = paperRows(dispatches).map(
    ({ dispatch, delivery }) => `<section><p class="name">${html(delivery.name)}　啟</p>
<p class="code">${html(delivery.recipient)}　${html(dispatch.id)}</p><p class="stamp">已電子交換未確認</p></section>`,
  );
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>${DELIVERY_STATES.PAPER.zh}標籤</title><style>
@page { size: A4; margin: 10mm } body { margin: 0; display: grid; grid-template-columns: 1fr 1fr; gap: 0 5mm; font-family: "標楷體", "TW-Kai", serif }
section { height: 38mm; box-sizing: border-box; padding: 4mm; border: .2mm dashed #999; break-inside: avoid }
p { margin: 0 } .name { font-size: 16pt } .code { font-size: 9pt; color: #444 } .stamp { font-size: 11pt; border: .3mm solid; display: inline-block; padding: 0 2mm; margin-top: 3mm }
</style></head><body>
${labels.join('\n')}
</body></html>
`;
}

function paperRows(dispatches: readonly DispatchDetail[]): readonly PaperRow[] {
  return dispatches.flatMap((dispatch) =>
    dispatch.deliveries.filter(({ state }) => state === 'PAPER').map((delivery) => ({ dispatch, delivery })),
  );
}

/** A leading sign would be taken for a formula by spreadsheet programs. */
function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
