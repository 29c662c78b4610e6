// From docs/guides/rendering.md; written by docs/build/write-docs.ts.
import { writeFile } from 'node:fs/promises';
import { parseDraft, renderText } from '@kcc/gongwen';
import { renderDocx } from '@kcc/gongwen/docx';
import { renderHtml } from '@kcc/gongwen/html';
import { renderOdt } from '@kcc/gongwen/odt';
import { openPdfEngine, renderPdf } from '@kcc/gongwen/pdf';

const { letter } = parseDraft(`高雄市議員王小明服務處　函
發文日期：中華民國115年11月25日
發文字號：高議服字第1150000001號
主旨：檢送計畫書1份，請查照。
正本：高雄市議會
署名：議員　王小明
`);
if (!letter) throw new Error('no letter');

await writeFile('letter.docx', await renderDocx(letter));
await writeFile('letter.odt', await renderOdt(letter));
await writeFile('letter.html', renderHtml(letter));
console.log(renderText(letter));

const engine = await openPdfEngine(); // 一次載入字型，可印很多件
for (const copy of ['original', 'sent', 'received'] as const) {
  const { bytes, pages, missingGlyphs } = await renderPdf(letter, { engine, copy });
  await writeFile(`letter-${copy}.pdf`, bytes);
  if (missingGlyphs.length > 0) throw new Error(`沒有字型：${missingGlyphs[0]?.character}`);
  console.log(copy, pages);
}

export { letter, engine };
