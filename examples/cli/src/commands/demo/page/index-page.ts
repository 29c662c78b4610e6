import type { DemoRecord, Paper, ProductFile, Stage } from '../record.ts';
import { evidenceSection, exchangeSection } from './exchange-parts.ts';
import { type Html, html, raw } from './html.ts';
import { STYLE } from './style.ts';

/** `index.html` of the demonstration: what happened, the papers, the states and the evidence. */
export function indexPage(record: DemoRecord): string {
  const total = record.stages
    .flatMap((stage) => stage.steps)
    .reduce((sum, step) => sum + step.milliseconds, 0);
  const page = html`<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>公文電子化全程示範：${record.office}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header><div class="wrap">
<h1>一件公文，走完全程</h1>
<p>${record.office}（虛構）　${record.startedAt}　全程 ${seconds(total)} 秒</p>
</div></header>
<main class="wrap">
<ol class="stages">${record.stages.map(stagePart)}</ol>
${formsSection(record)}
${letterSection(record)}
${exchangeSection(record, fileList)}
${evidenceSection(record, fileList)}
</main>
<footer><div class="wrap">
<p>本頁全部為虛構資料：模擬卡、測試憑證與本機的參考交換中心。交換格式是本專案的「參考規格」（reference profile），
不是、也不連線到國家的公文電子交換系統；測試憑證的簽章沒有法律效力。</p>
</div></footer>
</body>
</html>
`;
  return page.html;
}

const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);

function stagePart(stage: Stage): Html {
  const sum = stage.steps.reduce((total, step) => total + step.milliseconds, 0);
  const steps = stage.steps.map(
    (step) => html`<li><span>${step.label}</span><span>${Math.round(step.milliseconds)} ms</span></li>`,
  );
  return html`<li><h2>${stage.title}<span>${seconds(sum)} 秒</span></h2><ul>${steps}</ul></li>`;
}

function fileList(files: readonly ProductFile[]): Html {
  const items = files.map(
    (file) => html`<li><a href="${encodeURI(file.path)}">${file.label}（${size(file.bytes)}）</a></li>`,
  );
  return html`<ul class="files">${items}</ul>`;
}

function size(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function paperPart(paper: Paper, large: boolean): Html {
  const first = paper.pages[0] ?? '';
  const more = paper.pages.length > 1 ? `（共 ${paper.pages.length} 頁，圖為第 1 頁）` : '';
  return html`<figure class="paper${large ? ' large' : ''}">
<a href="${encodeURI(first)}"><img class="sheet" src="${encodeURI(first)}" alt="${paper.title}的第一頁"></a>
<figcaption>${paper.title}${more}</figcaption>${fileList(paper.files)}</figure>`;
}

function formsSection({ forms, card }: DemoRecord): Html {
  return html`<section><h2>申請書表與憑證IC卡</h2>
<div class="papers">${forms.map((paper) => paperPart(paper, false))}</div>
<div style="margin-top:1.6rem"><div class="card"><span class="mark">${card.rank}</span><div><b>組織及團體憑證IC卡</b><small>模擬卡，非真卡</small></div>
<div class="chip"></div><div><code>${card.number}</code><small>${card.holder}</small><small>有效至 ${card.notAfter}　${card.issuer}</small></div></div>
<p class="note">簽章用 cert1，解密用 cert2；PIN 碼不寫入任何檔案。</p></div></section>`;
}

function letterSection({ letter, letterXml, checks }: DemoRecord): Html {
  const answers = checks.map(
    ({ question, answer, note }) =>
      html`<li><b class="${answer ? 'yes' : 'no'}">${answer ? '✔' : '✘'}</b><span>${question}　<span class="note">${note}</span></span></li>`,
  );
  return html`<section><h2>公文</h2><div class="letter">${paperPart(letter, true)}
<div style="flex:1 1 300px"><ul class="answers">${answers}</ul>
<details open><summary>DI 文書本文檔</summary><pre>${letterXml}</pre></details>
<p class="note">版面位置依《政府文書格式參考規範》；圖與 PDF 由同一份版面資料產生。</p></div></div></section>`;
}
