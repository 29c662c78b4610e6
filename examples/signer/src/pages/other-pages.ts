import { escaped, page } from './html.ts';

/** The bridge behind `popupForm`; `first` is what it says to the page that opened it. */
export function popupPage(first: 'getTbs' | 'CMCAtn'): string {
  const body = '<div id="place"><p>處理中…</p></div><script src="/popup.js"></script>';
  return page('本機簽章服務（開發用替身）', body, ` data-first="${first}"`);
}

export function selfTestPage(serverVersion: string): string {
  const body = `<main><h1>自我檢測</h1><p>服務執行中：${escaped(serverVersion)}</p><p><a href="/">等待同意的請求</a></p></main>`;
  return page('自我檢測', body);
}

/** Answers `addDomain`: a page can ask for trust, but only the person at the computer gives it, outside the browser. */
export function addDomainPage(domain: string, allowFile: string | undefined): string {
  const place = allowFile === undefined ? '' : `，或在 <code>${escaped(allowFile)}</code> 加一行`;
  const body = `<main><h1>信任網站</h1><p>網站 <strong>${escaped(domain)}</strong> 要求列入允許來源。確定是您的網站時，以
<code>--allow</code> 加上它的完整來源（如 <code>https://${escaped(domain)}</code>）重新啟動${place}。</p></main>`;
  return page('信任網站', body);
}
