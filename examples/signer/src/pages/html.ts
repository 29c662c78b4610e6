/** Text for HTML content and quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole page of this service: no inline script or style, and the notice of what it is on every one. */
export function page(title: string, body: string, attributes = ''): string {
  return `<!doctype html>
<html lang="zh-TW">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="stylesheet" href="/signer.css"></head>
<body${attributes}>
<p class="notice" role="note"><strong>開發用替身</strong>：這不是官方的 HiPKI 跨平台網頁元件。
<span lang="en">Development stand-in, not the official component.</span></p>
${body}
</body></html>
`;
}
