import type { DemoRecord, ProductFile } from '../record.ts';
import { type Html, html } from './html.ts';

type FileList = (files: readonly ProductFile[]) => Html;

/** Sealed package and the state of each recipient. */
export function exchangeSection({ dispatch, recipients }: DemoRecord, fileList: FileList): Html {
  const rows = recipients.map(
    (
      row,
    ) => html`<tr><td class="num">${row.role}</td><td class="name">${row.name}<br><code>${row.code}</code></td>
<td><span class="state">${row.label}</span><ol class="track">${row.history.map(
      (entry) => html`<li>${entry.label} ${entry.at}</li>`,
    )}</ol></td><td><code>${row.receiptSha256}</code></td></tr>`,
  );
  return html`<section><h2>電子交換</h2>
<p>封裝檔一份，內容只加密一次，金鑰分別給每個受文者的加密憑證。識別碼 <code>${dispatch.id}</code></p>
${fileList(dispatch.files)}
<div class="scroll"><table><thead><tr><th>本別</th><th>受文者</th><th>狀態</th><th>回執 SHA-256</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}

/** The chain of events that anyone can check without the database. */
export function evidenceSection({ evidence }: DemoRecord, fileList: FileList): Html {
  const rows = evidence.events.map(
    (event) =>
      html`<tr><td class="num">${event.sequence}</td><td>${event.label}</td><td class="num">${event.at}</td><td><code>${event.hash}</code></td></tr>`,
  );
  return html`<section><h2>存證</h2>
<ul class="answers"><li><b class="${evidence.valid ? 'yes' : 'no'}">${evidence.valid ? '✔' : '✘'}</b>
<span>離線驗證：${evidence.valid ? '事件鏈完整，沒有缺漏或更動' : '事件鏈不完整'}</span></li></ul>
${fileList(evidence.files)}
<div class="scroll"><table><thead><tr><th>#</th><th>事件</th><th>時間</th><th>雜湊（前 16 字）</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
