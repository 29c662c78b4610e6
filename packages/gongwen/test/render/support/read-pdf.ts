import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder } from './office.ts';

/** One line of text as pdftotext sees it; points from the sheet's upper left corner. */
export interface SeenLine {
  readonly page: number;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
}

/** What foreign programs see in a PDF. */
export interface SeenPdf {
  readonly pages: number;
  readonly lines: readonly SeenLine[];
  readonly text: string;
  /** Rows of pdffonts: name, embedded, subset. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly subset: boolean }[];
  readonly info: string;
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

const plainText = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  );

/** Words on one baseline become one line. */
function readLines(xml: string): SeenLine[] {
  const lines: { page: number; x: number; top: number; bottom: number; words: [number, string][] }[] = [];
  let page = 0;
  for (const row of xml.split('\n')) {
    if (row.includes('<page ')) page += 1;
    const word = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)<\/word>/.exec(row);
    if (word === null) continue;
    const [x, top, bottom, text] = [
      Number(word[1]),
      Number(word[2]),
      Number(word[3]),
      plainText(word[4] ?? ''),
    ];
    const line = lines.find((known) => known.page === page && Math.abs(known.bottom - bottom) < 4);
    if (line === undefined) lines.push({ page, x, top, bottom, words: [[x, text]] });
    else {
      line.words.push([x, text]);
      line.x = Math.min(line.x, x);
    }
  }
  return lines.map(({ words, ...place }) => ({
    ...place,
    text: words
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text)
      .join(''),
  }));
}

/** Reads a PDF with pdftotext, pdffonts and pdfinfo. */
export function seePdf(bytes: Uint8Array): Promise<SeenPdf> {
  return inFolder(async (folder) => {
    const path = join(folder, 'seen.pdf');
    await writeFile(path, bytes);
    const lines = readLines(run('pdftotext', ['-bbox', path, '-']));
    const fonts = run('pdffonts', [path])
      .split('\n')
      .slice(2)
      .filter((row) => row !== '')
      .map((row) => {
        const cells = row.split(/\s{1,}/);
        const flags = cells.filter((cell) => cell === 'yes' || cell === 'no');
        return { name: cells[0] ?? '', embedded: flags[0] === 'yes', subset: flags[1] === 'yes' };
      });
    const info = run('pdfinfo', [path]);
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
    return { pages, lines, text: run('pdftotext', ['-raw', path, '-']), fonts, info };
  });
}

/** Text without any blanks: breaks of lines and pages do not count. */
export const withoutBlanks = (text: string): string => text.replace(/[\s\u3000\f]+/g, '');

/** Text of a PDF in the order of its content, without blanks and page numbers. */
export const wordsOf = (seen: SeenPdf): string => withoutBlanks(seen.text).replace(/第\d+頁，共\d+頁/g, '');
