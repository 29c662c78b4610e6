import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { renderDocx } from '../../src/render/docx/index.ts';
import { renderOdt } from '../../src/render/odt/index.ts';
import { openPdfEngine, renderPdf } from '../../src/render/pdf/index.ts';
import { renderText } from '../../src/render/text/index.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { convert, inFolder } from './support/office.ts';
import { type SeenLine, type SeenPdf, seePdf, withoutBlanks, wordsOf } from './support/read-pdf.ts';
import * as samples from './support/sample-letters.ts';

const created = new Date('2026-11-24T00:00:00Z');
const itOffice = itNeeds('soffice', 'libreoffice');
const names = Object.keys(samples.sampleLetters);
const TW_KAI = '/usr/share/fonts/truetype/cns11643';

/** Everything that LibreOffice makes of the samples, in one call a format; the tests share it. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= work();
    return made;
  };
}

const fromOffice = (
  ending: 'docx' | 'odt',
  render: (letter: (typeof samples.sampleLetters)[string]) => Promise<Uint8Array>,
) =>
  once(async () => {
    const files: Record<string, Uint8Array> = {};
    for (const [name, letter] of Object.entries(samples.sampleLetters))
      files[`${name}.${ending}`] = await render(letter);
    const pdfs = await convert(files, 'pdf');
    const seen = new Map<string, SeenPdf>();
    for (const [name, bytes] of pdfs) seen.set(name, await seePdf(bytes));
    return seen;
  });

const docx = fromOffice('docx', (letter) => renderDocx(letter, { created }));
const odt = fromOffice('odt', (letter) => renderOdt(letter, { created }));
/** The same letters set by our own engine in the fonts that LibreOffice finds. */
const own = once(async () => {
  const engine = await openPdfEngine({ fonts: { folders: [TW_KAI] } });
  const seen = new Map<string, SeenPdf>();
  for (const [name, letter] of Object.entries(samples.sampleLetters)) {
    seen.set(name, await seePdf((await renderPdf(letter, { engine, created })).bytes));
  }
  return seen;
});

/** Lines in reading order with blanks removed; page numbers are left out. */
const bodyLines = (seen: SeenPdf | undefined) =>
  (seen?.lines ?? [])
    .map((line) => ({ ...line, text: withoutBlanks(line.text) }))
    .filter(({ text }) => text !== '' && !/^第\d+頁，共\d+頁$/.test(text));

/** Lines by their first characters, where these are the start of one line only. */
function byStart(seen: SeenPdf): ReadonlyMap<string, SeenLine> {
  const lines = bodyLines(seen).map((line) => ({ ...line, start: line.text.slice(0, 5) }));
  const single = lines.filter(({ start }) => lines.filter((other) => other.start === start).length === 1);
  return new Map(single.map((line) => [line.start, line]));
}

describe('odt in LibreOffice', () => {
  for (const name of names) {
    itOffice(
      `${name}: same pages, same lines, positions within 3 pt of the PDF`,
      async () => {
        const [theirs, ours] = [(await odt()).get(name), (await own()).get(name)];
        expect(theirs?.pages).toBe(ours?.pages);
        const [seen, wanted] = [bodyLines(theirs), bodyLines(ours)];
        expect(seen.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text));
        for (const [index, line] of seen.entries()) {
          const match = wanted[index];
          expect(Math.abs(line.x - (match?.x ?? 0)), line.text).toBeLessThan(3);
          expect(Math.abs(line.bottom - (match?.bottom ?? 0)), line.text).toBeLessThan(3.1);
          expect(line.page).toBe(match?.page);
        }
      },
      120_000,
    );
  }

  itOffice(
    'no face but 楷體 and the Times-metric one, all embedded',
    async () => {
      for (const seen of (await odt()).values()) {
        expect(
          seen.fonts.every(({ name, embedded }) => embedded && /TW-Kai|LiberationSerif/.test(name)),
        ).toBe(true);
      }
    },
    120_000,
  );
});

describe('docx in LibreOffice', () => {
  for (const name of names) {
    itOffice(
      `${name}: same pages, same text, labels and markers within 3 pt of the PDF's edges`,
      async () => {
        const [theirs, ours] = [(await docx()).get(name), (await own()).get(name)];
        expect(theirs?.pages).toBe(ours?.pages);
        if (theirs === undefined || ours === undefined) return;
        expect(wordsOf(theirs)).toBe(wordsOf(ours));
        const wanted = byStart(ours);
        // Writer adds room between Han and digits in a docx whatever the docx says, so that lines may break elsewhere.
        const common = [...byStart(theirs)].filter(([start]) => wanted.has(start));
        expect(common.length).toBeGreaterThan(4);
        for (const [start, line] of common)
          expect(Math.abs(line.x - (wanted.get(start)?.x ?? 0)), start).toBeLessThan(3);
      },
      120_000,
    );
  }

  itOffice(
    'the head of the letter stands where the PDF has it',
    async () => {
      const [seen, wanted] = [
        bodyLines((await docx()).get('letter')),
        bodyLines((await own()).get('letter')),
      ];
      for (const [index, line] of seen.slice(0, 14).entries()) {
        expect(line.text).toBe(wanted[index]?.text);
        expect(Math.abs(line.bottom - (wanted[index]?.bottom ?? 0)), line.text).toBeLessThan(3.1);
      }
    },
    120_000,
  );
});

describe('plain text that LibreOffice reads', () => {
  itOffice(
    'from docx and odt is the text of the letter, markers included',
    async () => {
      const files = {
        'a.docx': await renderDocx(samples.longLetter, { created }),
        'b.odt': await renderOdt(samples.longLetter, { created }),
        'c.docx': await renderDocx(samples.longLetter, { created, numbering: 'literal' }),
        'd.odt': await renderOdt(samples.longLetter, { created, numbering: 'literal', brackets: 'full' }),
      };
      const texts = await convert(files, 'txt:Text (encoded):UTF8');
      const wanted = withoutBlanks(renderText(samples.longLetter));
      const read = (name: string) =>
        withoutBlanks(strFromU8(texts.get(name) ?? new Uint8Array()).replace('\ufeff', ''));
      expect(read('a')).toBe(wanted);
      expect(read('b')).toBe(wanted);
      expect(read('c')).toBe(wanted);
      expect(read('d')).toBe(withoutBlanks(renderText(samples.longLetter, { brackets: 'full' })));
    },
    120_000,
  );
});

describe('odt', () => {
  it('has its mimetype first and as it is', async () => {
    const bytes = await renderOdt(samples.councilLetter, { created });
    expect(new TextDecoder().decode(bytes.subarray(30, 77))).toBe(
      'mimetypeapplication/vnd.oasis.opendocument.text',
    );
  });

  const grammar = spawnSync('/usr/bin/python3', ['-c', 'import odf.grammar']).status === 0;
  const title = 'satisfies the ODF 1.2 content tables of odfpy';
  (grammar ? it : it.skip)(
    grammar ? title : `${title}: the Debian package python3-odf is not here`,
    async () => {
      await inFolder(async (folder) => {
        const paths: string[] = [];
        for (const [name, letter] of Object.entries(samples.sampleLetters)) {
          const path = join(folder, `${name}.odt`);
          await writeFile(path, await renderOdt(letter, { copy: 'received' }));
          paths.push(path);
        }
        const script = new URL('./support/odf_grammar.py', import.meta.url).pathname;
        const { stdout, stderr } = spawnSync('/usr/bin/python3', [script, ...paths], { encoding: 'utf8' });
        expect(`${stdout}${stderr}`.trim()).toBe('');
      });
    },
  );
});

describe('docx', () => {
  const part = async (name: string, options = {}) => {
    const files = unzipSync(await renderDocx(samples.longLetter, { created, ...options }));
    return strFromU8(files[name] ?? new Uint8Array());
  };

  it('has real styles under Chinese names and real lists', async () => {
    const [styles, body] = [await part('word/styles.xml'), await part('word/document.xml')];
    for (const name of ['公文全銜', '公文主旨', '公文段落', '公文分項', '公文正本'])
      expect(styles).toContain(`w:val="${name}"`);
    expect(body).toMatch(/<w:numPr><w:ilvl w:val="3"\/>/);
    expect(body).not.toContain('一、');
  });

  it('writes markers as text where asked, for programs that drop Chinese lists', async () => {
    const body = await part('word/document.xml', { numbering: 'literal' });
    expect(body).not.toContain('<w:numPr>');
    expect(body).toContain('十一');
  });

  it('draws the binding line without a character of text', async () => {
    const files = unzipSync(await renderDocx(samples.longLetter, { created, copy: 'received' }));
    const headers = Object.entries(files).filter(([name]) => name.startsWith('word/header'));
    expect(headers.length).toBe(2);
    for (const [, bytes] of headers) {
      expect(strFromU8(bytes)).toContain('<a:custGeom>');
      expect(strFromU8(bytes)).toContain('decorative');
      expect(strFromU8(bytes)).not.toMatch(/[裝訂線騎縫@]/);
    }
  });

  it('is the same file for the same letter and date; so is the odt', async () => {
    const twice = async (render: typeof renderDocx | typeof renderOdt) =>
      Buffer.compare(await render(samples.memo, { created }), await render(samples.memo, { created }));
    expect(await twice(renderDocx)).toBe(0);
    expect(await twice(renderOdt)).toBe(0);
  });

  it('keeps signs that XML cares about', async () => {
    const subject = '評分 A < B 者不列入 R&D "獎項"\u0007。';
    const letter = { ...samples.councilLetter, subject };
    const body = strFromU8(unzipSync(await renderDocx(letter))['word/document.xml'] ?? new Uint8Array());
    expect(body).toContain('A &lt; B ');
    expect(body).not.toContain('\u0007');
  });
});
