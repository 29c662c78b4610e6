import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { layoutLetter } from '../../src/layout/layout-letter.ts';
import type { Letter } from '../../src/model/letter.ts';
import {
  openPdfEngine,
  type PdfEngine,
  renderPdf,
  renderSvg,
  renderTypst,
  renderTypstSvg,
} from '../../src/render/pdf/index.ts';
import { renderText } from '../../src/render/text/index.ts';
import { parseXml } from '../../src/xml/parse.ts';
import { anyLetter } from '../model/arbitrary-letters.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { type SeenLine, seePdf, withoutBlanks, wordsOf } from './support/read-pdf.ts';
import * as samples from './support/sample-letters.ts';

const itPoppler = itNeeds('pdftotext', 'poppler');
const created = new Date('2026-11-24T00:00:00Z');
let engine: PdfEngine;

beforeAll(async () => {
  engine = await openPdfEngine();
});

const see = async (letter: Letter, options: Parameters<typeof renderPdf>[1] = {}) =>
  seePdf((await renderPdf(letter, { engine, created, ...options })).bytes);

const LEFT = 70.87;
const lineOf = (lines: readonly SeenLine[], start: string): SeenLine => {
  const line = lines.find(({ text }) => text.startsWith(start));
  if (line === undefined) throw new Error(`no line begins with ${start}`);
  return line;
};
/** x of the line after the one that begins so. */
const wrapped = (lines: readonly SeenLine[], start: string) =>
  lines[lines.indexOf(lineOf(lines, start)) + 1]?.x;

describe('positions of a 函, within 1 pt of the norm', () => {
  const subject = `${samples.councilLetter.subject}${samples.councilLetter.subject}`;
  const long = {
    ...samples.longLetter,
    subject,
    recipients: Array(9).fill(samples.longLetter.recipients[0]),
  };
  const place = (x: number | undefined) => (x ?? 0) - LEFT;

  itPoppler('labels and texts', async () => {
    const { lines } = await see(long, { copy: 'original' });
    for (const label of [
      '受文者：',
      '發文日期：',
      '發文字號：',
      '速別：',
      '附件：',
      '主旨：',
      '說明：',
      '正本：',
    ]) {
      expect(Math.abs(place(lineOf(lines, label).x))).toBeLessThan(1);
    }
    expect(Math.abs(place(lineOf(lines, '地址：').x) - 197.3)).toBeLessThan(1);
    expect(Math.abs(place(lineOf(lines, '聯絡方式：').x) - 197.3)).toBeLessThan(1);
    expect(Math.abs(place(lineOf(lines, '電話：').x) - 253.7)).toBeLessThan(1);
    expect(Math.abs(place(wrapped(lines, '主旨：')) - 49.66)).toBeLessThan(1);
    expect(Math.abs(place(lineOf(lines, '一、').x) - 15.87)).toBeLessThan(1);
    expect(Math.abs(place(wrapped(lines, '一、')) - 49.66)).toBeLessThan(1);
    expect(Math.abs(place(wrapped(lines, '辦法：')) - 47.65)).toBeLessThan(1);
    expect(Math.abs(place(wrapped(lines, '正本：')) - 35.69)).toBeLessThan(1);
  });

  itPoppler('pitch and sizes', async () => {
    const { lines } = await see(long);
    const step = (from: string, to: string) => lineOf(lines, to).bottom - lineOf(lines, from).bottom;
    expect(step('發文字號：', '速別：')).toBeCloseTo(15, 0);
    expect(step('電話：', '傳真：')).toBeCloseTo(15, 0);
    const first = lineOf(lines, '主旨：');
    const second = lines[lines.indexOf(first) + 1];
    expect((second?.bottom ?? 0) - first.bottom).toBeCloseTo(25, 0);
    const height = ({ top, bottom }: SeenLine) => bottom - top;
    expect(height(lineOf(lines, '受文者：')) / height(lineOf(lines, '速別：'))).toBeCloseTo(16 / 12, 1);
    expect(height(lineOf(lines, '嘉禾市政府')) / height(lineOf(lines, '受文者：'))).toBeCloseTo(20 / 16, 1);
  });

  itPoppler('only 全銜　文別 and the page number are centred', async () => {
    const { lines } = await see(long);
    const title = lineOf(lines, '嘉禾市政府');
    expect(title.x).toBeCloseTo((595.28 - 7 * 20) / 2, 0);
    for (const line of lines.filter(({ text }) => /^第\d頁，共\d頁$/.test(text))) {
      expect(line.x).toBeCloseTo((595.28 - 60) / 2, 0);
      expect(line.bottom).toBeGreaterThan(841.89 - 70.87);
    }
  });
});

describe('positions of the other kinds', () => {
  itPoppler('a 公告 leaves 7 ± 2 cm for the seal (規範 七)', async () => {
    const { lines } = await see(samples.announcement);
    const gap = (lineOf(lines, '主旨：').top - lineOf(lines, '發文字號：').bottom) / 28.3465;
    expect(gap).toBeGreaterThan(6.5);
    expect(gap).toBeLessThan(7.5);
    expect(Math.abs(lineOf(lines, '一、').x - LEFT - 15.87)).toBeLessThan(1);
  });

  itPoppler('the fields of a meeting begin at 79.99 (規範 八)', async () => {
    const { lines } = await see(samples.meeting);
    expect(Math.abs((wrapped(lines, '開會事由：') ?? 0) - LEFT - 79.99)).toBeLessThan(1);
    expect(Math.abs((wrapped(lines, '備註：') ?? 0) - LEFT - 79.99)).toBeLessThan(1);
  });
});

describe('renderPdf', () => {
  for (const [name, letter] of Object.entries(samples.sampleLetters)) {
    itPoppler(
      `${name}: a foreign program reads the letter's own text, and every font is embedded`,
      async () => {
        const seen = await see(letter);
        expect(wordsOf(seen)).toBe(withoutBlanks(renderText(letter)));
        expect(seen.fonts.length).toBeGreaterThan(0);
        expect(seen.fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true);
        expect(seen.info).toMatch(/Tagged:\s+yes/);
        expect(seen.info).toMatch(/Page size:\s+595\.28 x 841\.89/);
      },
    );
  }

  it('says PDF/A-2b, names its language and title', async () => {
    const { bytes } = await renderPdf(samples.councilLetter, { engine, created });
    const raw = new TextDecoder('latin1').decode(bytes);
    expect(raw).toMatch(/pdfaid:part>2</);
    expect(raw).toMatch(/pdfaid:conformance>B</);
    expect(raw).toMatch(/\/Lang ?\(zh/);
    expect(raw).toContain('/StructTreeRoot');
  });

  it('is the same file for the same letter, date and fonts', async () => {
    const [first, second] = [
      await renderPdf(samples.memo, { engine, created }),
      await renderPdf(samples.memo, { engine, created }),
    ];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('reports a character that no font has with its place, shows 〓 for it, and names the fonts it used', async () => {
    const letter = { ...samples.councilLetter, subject: '檢送\u{10fffd}君資料，請查照。' };
    const { missingGlyphs, issues, fonts } = await renderPdf(letter, { engine, created });
    expect(missingGlyphs).toEqual([{ character: '\u{10fffd}', code: 'U+10FFFD', path: '/subject', page: 1 }]);
    expect(issues).toEqual([
      expect.objectContaining({ code: 'RENDER_GLYPH_MISSING', severity: 'error', path: '/subject' }),
    ]);
    expect(fonts.map(({ family, fallback }) => [family, fallback])).toEqual([
      ['LXGW WenKai TC', false],
      ['Tinos', false],
    ]);
  });

  it('warns of a paper copy without its recipient (C4)', async () => {
    const { issues } = await renderPdf(samples.longLetter, { engine, created, copy: 'paper' });
    expect(issues.map(({ code }) => code)).toEqual(['RENDER_ADDRESSEE_ROSTER']);
  });

  itPoppler(
    'a received print-out is marked, numbered, and has its edge marks as drawings, not as text',
    async () => {
      const seen = await see(samples.longLetter, { copy: 'received' });
      expect(seen.text).toContain('電子公文');
      expect(seen.text).toMatch(/第1頁，共3頁/);
      expect(seen.text).not.toMatch(/[騎縫裝]/);
    },
  );

  it('sets any letter that the model allows, without an engine error', async () => {
    await fc.assert(
      fc.asyncProperty(anyLetter, async (letter) => {
        const { pages, missingGlyphs } = await renderPdf(letter as Letter, { engine, created });
        expect(pages).toBeGreaterThan(0);
        expect(missingGlyphs).toEqual([]);
        expect(layoutLetter(letter as Letter).blocks.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('says what to install when the engine is missing', async () => {
    const lib = {
      NodeCompiler: {
        create(): never {
          throw new Error('no binary for this platform');
        },
      },
    };
    await expect(renderPdf(samples.memo, { lib })).rejects.toMatchObject({ code: 'PDF_ENGINE_MISSING' });
  });
});

describe('renderSvg', () => {
  it('gives one picture a page', async () => {
    const pages = await renderSvg(samples.longLetter, { engine, created });
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(page).toMatch(/^<svg[^>]*viewBox="0 0 595\.28 841\.89"/);
  });
});

describe('renderTypst', () => {
  it('sets a source with data and pictures', async () => {
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="3"/></svg>';
    const { pages, missingGlyphs } = await renderTypst(
      '#let d = json("data.json")\n= 申請書\n#d.name #image("seal.svg", width: 30pt) #pagebreak() 第二頁',
      {
        engine,
        data: { name: '王小明\u{10fffd}' },
        images: { 'seal.svg': new TextEncoder().encode(picture) },
      },
    );
    expect(pages).toBe(2);
    expect(missingGlyphs).toEqual([expect.objectContaining({ path: '/name' })]);
  });

  it('gives one picture a page, of the size of the page, with only what stands on it', async () => {
    const source =
      '#text(fill: red)[一]\n#pagebreak()\n#set page(width: 100pt, height: 80pt)\n#text(fill: blue)[二]';
    const pages = await renderTypstSvg(`#set page(width: 200pt, height: 300pt)\n${source}`, { engine });
    const seen = pages.map((page) => ({
      box: /viewBox="([^"]*)"/.exec(page)?.[1],
      colours: ['#ff4136', '#0074d9'].filter((colour) => page.includes(colour)),
    }));
    expect(seen).toEqual([
      { box: '0 0 200 300', colours: ['#ff4136'] },
      { box: '0 0 100 80', colours: ['#0074d9'] },
    ]);
    for (const page of pages) expect(parseXml(page).issues).toEqual([]);
  });

  it('refuses a broken source with a coded error, and reads no file of the machine', async () => {
    await expect(renderTypst('#let x = (', { engine })).rejects.toMatchObject({ code: 'PDF_ENGINE_FAILED' });
    await expect(renderTypst('#read("/etc/hostname")', { engine })).rejects.toMatchObject({
      code: 'PDF_ENGINE_FAILED',
    });
    await expect(renderTypst('#read("../etc/hostname")', { engine })).rejects.toMatchObject({
      code: 'PDF_ENGINE_FAILED',
    });
  });
});
