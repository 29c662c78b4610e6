import type { Form } from '../../../define/form.ts';
import { escapeMarkup } from '../../../sheet/escape.ts';
import { pageStyle } from './style.ts';

/** What goes into the document of a form's pages. */
export interface FormDocumentOptions {
  /** Module that calls `mountForm` on the element `#form`: its address, or its text for a single file without a server. */
  readonly script: { readonly src: string } | { readonly text: string };
}

/** One HTML document for the pages of a form; with the script's text in it, it opens from a disk without a server. */
export function formDocument(form: Form, { script }: FormDocumentOptions): string {
  const module =
    'src' in script
      ? `<script type="module" src="${escapeMarkup(script.src)}"></script>`
      : `<script type="module">${script.text.replaceAll('</script', '<\\/script')}</script>`;
  return `<!DOCTYPE html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(form.title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#form">跳到主要內容</a>
<main><div id="form"><h1>${escapeMarkup(form.title)}</h1><p>${escapeMarkup(form.purpose)}</p></div>
<noscript><p>這個頁面需要 JavaScript 才能檢查資料；資料只留在您的電腦，不會傳出。</p></noscript></main>
${module}
</body>
</html>
`;
}
