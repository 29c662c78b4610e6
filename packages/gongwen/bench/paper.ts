// How fast letters get on paper: `node --conditions=@kcc/source --import tsx packages/gongwen/bench/paper.ts`
import { renderDocx } from '../src/render/docx/index.ts';
import { renderHtml } from '../src/render/html/index.ts';
import { renderOdt } from '../src/render/odt/index.ts';
import { openPdfEngine, renderPdf } from '../src/render/pdf/index.ts';
import { convert } from '../test/render/support/office.ts';
import { councilLetter } from '../test/render/support/sample-letters.ts';

const letter = (number: number) => ({ ...councilLetter, subject: `第${number}件：${councilLetter.subject}` });
const COUNT = 200;

async function measure(name: string, work: (number: number) => unknown): Promise<number> {
  for (let number = 0; number < 20; number++) await work(number);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let number = 0; number < COUNT; number++) {
    const start = performance.now();
    await work(1000 + number);
    times.push(performance.now() - start);
  }
  const used = process.cpuUsage(before);
  const cpu = (used.user + used.system) / 1000 / COUNT;
  const total = times.reduce((sum, time) => sum + time, 0);
  const median = times.sort((a, b) => a - b)[COUNT / 2] ?? 0;
  console.log(
    `${name.padEnd(8)} ${median.toFixed(1)} ms median, ${((1000 * COUNT) / total).toFixed(0)} a second, ${cpu.toFixed(1)} ms of processor each`,
  );
  return total / COUNT;
}

const opening = performance.now();
const engine = await openPdfEngine();
console.log(`engine   ${(performance.now() - opening).toFixed(0)} ms to open with the bundled fonts`);
const pdf = await measure('pdf', (number) => renderPdf(letter(number), { engine }));
await measure('docx', (number) => renderDocx(letter(number)));
await measure('odt', (number) => renderOdt(letter(number)));
await measure('html', (number) => renderHtml(letter(number)));

if (process.argv.includes('--office')) {
  const files: Record<string, Uint8Array> = {};
  for (let number = 0; number < 100; number++) files[`${number}.odt`] = await renderOdt(letter(number));
  const start = performance.now();
  await convert(files, 'pdf');
  const each = (performance.now() - start) / 100;
  console.log(
    `office   ${each.toFixed(1)} ms a letter in one batch of 100; our pdf is ${(each / pdf).toFixed(1)} times as fast`,
  );
}
