// docs/performance.md: what the benchmarks printed last, each between two marks of its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const PAGE = join(root, 'docs', 'performance.md');

// What belongs to a terminal and not to a page: colours, and lines that were drawn over.
const printable = (text) =>
  text
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/^.*\r(?!\n)/gm, '')
    .replaceAll(root, '.')
    .trimEnd();

/** The section of one benchmark. */
function section({ name, output, seconds, on, machine }) {
  const facts = [
    `- 命令 command: \`npm run bench -- ${name}\``,
    `- 日期 date: ${on}（${seconds.toFixed(0)} s）`,
  ];
  return [...facts, `- 機器 machine: ${machine}`, '', '```text', printable(output), '```'].join('\n');
}

/** The page with the sections of these benchmarks replaced; the others keep what they have. */
export function pageWith(page, figures) {
  let text = page;
  for (const figure of figures) {
    const begin = `<!-- figures of ${figure.name} -->\n`;
    const end = `\n<!-- end of ${figure.name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < 0)
      text = `${text.trimEnd()}\n\n## ${figure.name}\n\n${begin}${section(figure)}${end}\n`;
    else text = text.slice(0, from + begin.length) + section(figure) + text.slice(to);
  }
  return text;
}

/** Writes the figures of a run into the page. */
export function writeFigures(figures) {
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), figures));
}
