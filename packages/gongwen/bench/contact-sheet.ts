// Draws every kind of letter on one sheet for the guides:
// `node --conditions=@kcc/source --import tsx packages/gongwen/bench/contact-sheet.ts OUT.png` (needs pdftocairo).
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPdfEngine, type PdfOptions, renderSvg, renderTypst } from '../src/render/pdf/index.ts';
import { inFolder } from '../test/render/support/office.ts';
import * as samples from '../test/render/support/sample-letters.ts';

const SHEETS: readonly (readonly [
  title: string,
  letter: Parameters<typeof renderSvg>[0],
  options?: PdfOptions,
])[] = [
  ['函', samples.councilLetter],
  ['函（會銜）', samples.jointLetter],
  ['函，電子公文收文列印', samples.longLetter, { copy: 'received' }],
  ['令', samples.decree],
  ['公告', samples.announcement],
  ['開會通知單', samples.meeting],
  ['會勘通知單', samples.inspection],
  ['簽', samples.memo],
  ['簽稿會核單', samples.review],
  ['會銜公文會辦單', samples.joint],
];

const engine = await openPdfEngine();
const images: Record<string, Uint8Array> = {};
for (const [index, [, letter, options]] of SHEETS.entries()) {
  const [first = ''] = await renderSvg(letter, { engine, ...options });
  images[`${index}.svg`] = new TextEncoder().encode(first);
}
const cells = SHEETS.map(
  ([title], index) =>
    `align(center)[#box(stroke: 0.5pt + gray, image("${index}.svg", width: 200pt)) \\ ${title}]`,
);
const source = `#set page(width: auto, height: auto, margin: 12pt)\n#grid(columns: 5, gutter: 12pt, ${cells.join(', ')})`;
const { bytes } = await renderTypst(source, { engine, images });
const [, , out = 'contact-sheet.png'] = process.argv;
await inFolder(async (folder) => {
  const pdf = join(folder, 'sheet.pdf');
  await writeFile(pdf, bytes);
  const { status, stderr } = spawnSync(
    'pdftocairo',
    ['-png', '-r', '110', '-singlefile', pdf, join(folder, 'sheet')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  await writeFile(out, await readFile(join(folder, 'sheet.png')));
});
