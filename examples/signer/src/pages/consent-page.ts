import type { Settled } from '../consent/desk.ts';
import { revealed } from '../consent/document.ts';
import type { Batch, Waiting } from '../consent/waiting.ts';
import { PROGRAM } from '../requester.ts';
import { escaped, page } from './html.ts';

export interface ConsentPageInput {
  readonly batches: readonly Batch[];
  readonly recent: readonly Settled[];
  readonly revision: number;
  /** Proves that a form came from a page of this service. */
  readonly token: string;
  readonly problem?: string;
}

/** Everything that waits for consent: one form a batch, each document in full. */
export function consentPage({ batches, recent, revision, token, problem }: ConsentPageInput): string {
  const forms = batches.map((batch) => form(batch, token)).join('');
  const body = `<main><h1>簽章與解密的同意</h1>
${problem === undefined ? '' : `<p class="warning" role="alert">${escaped(problem)}</p>`}
${forms === '' ? '<p>目前沒有等待同意的請求。本頁會自動更新。</p>' : forms}
${recent.length === 0 ? '' : `<h2>最近結果</h2><ul>${recent.map(settled).join('')}</ul>`}
</main><script src="/consent.js"></script>`;
  return page('本機簽章服務（開發用替身）', body, ` data-revision="${revision}"`);
}

function form({ requester, target, items, needsPin }: Batch, token: string): string {
  const { number, retriesLeft } = target.card;
  const ids = items.map(({ id }) => `<input type="hidden" name="id" value="${id}">`).join('');
  return `<form method="post" action="/consent" autocomplete="off">
<input type="hidden" name="token" value="${token}">${ids}
<h2>${who(requester)} 要求 ${items.length} 件</h2>
<dl><dt>讀卡機</dt><dd>${escaped(target.name)}</dd><dt>卡號</dt><dd>${escaped(number)}</dd></dl>
${items.map(document).join('')}
${needsPin ? '<p><label>PIN 碼 <input type="password" name="pin" minlength="6" maxlength="8" autocomplete="off" required></label></p>' : '<p>PIN 碼由要求者提供。</p>'}
${lastTry(retriesLeft)}
<button name="action" value="approve">同意以上 ${items.length} 件</button>
<button name="action" value="decline" formnovalidate>拒絕</button>
</form>`;
}

/** Drivers that cannot tell the tries left refuse the last one unless it was consented to. */
function lastTry(retriesLeft: number | undefined): string {
  if (retriesLeft !== undefined && retriesLeft > 1) return '';
  const words =
    retriesLeft === 1 ? 'PIN 碼只剩最後 1 次機會，我同意使用。' : '即使只剩最後 1 次機會，也同意使用。';
  return `<p class="warning"><label><input type="checkbox" name="lastTry" value="yes"> ${words}</label></p>`;
}

function document({ job, view }: Waiting, index: number): string {
  const title = job.name === undefined ? `未命名文件 ${index + 1}` : revealed(job.name);
  const kind =
    job.kind === 'decrypt' ? `解密（${job.type}），明文將交給要求者` : `簽章（${job.type}，${job.hash}）`;
  return `<article><h3>${escaped(title)}</h3>
<dl><dt>動作</dt><dd>${kind}</dd><dt>大小</dt><dd>${view.size} 位元組</dd>
${job.name === undefined ? '' : '<dt>名稱</dt><dd>由要求者提供，未經驗證</dd>'}
<dt>SHA-256</dt><dd><code>${view.sha256}</code></dd></dl>
${content({ job, view })}</article>`;
}

function content({ job, view }: Pick<Waiting, 'job' | 'view'>): string {
  if (job.kind === 'sign' && job.type === 'RAW') {
    const digest = Buffer.from(job.content).toString('hex');
    return `<p class="warning">要求者只給雜湊值，看不到文件內容：<code>${digest}</code></p>`;
  }
  if (job.kind === 'sign' && view.signedDigest !== undefined) {
    return `<p class="warning">網頁自己做簽章訊息（CMS），這裡看不到文件本身。所簽文件的雜湊值：<code>${view.signedDigest}</code>，
請與網頁上的文件核對。</p>`;
  }
  if (view.text === undefined) return '<p>二進位資料，請以 SHA-256 核對。</p>';
  return `<pre>${escaped(view.text)}</pre>${view.cut ? '<p class="warning">內容過長，只顯示開頭；請以 SHA-256 核對。</p>' : ''}`;
}

function settled({ requester, text }: Settled): string {
  return `<li>${who(requester)}：${escaped(text)}</li>`;
}

function who(requester: string): string {
  return requester === PROGRAM ? '本機程式' : `網站 <strong>${escaped(requester)}</strong>`;
}
