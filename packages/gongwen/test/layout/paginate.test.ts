import { describe, expect, it } from 'vitest';
import { layoutLetter } from '../../src/layout/layout-letter.ts';
import type { LayoutOptions } from '../../src/layout/options.ts';
import { textHeight, textWidth } from '../../src/layout/page.ts';
import type { Page, PlacedItem } from '../../src/layout/pages.ts';
import { paginate } from '../../src/layout/paginate.ts';
import type { Letter, OfficialLetter } from '../../src/model/letter.ts';
import * as samples from '../render/support/sample-letters.ts';

const paged = (letter: Letter, options?: LayoutOptions) => paginate(layoutLetter(letter, options));

const withItems = (count: number, length: number): OfficialLetter => ({
  ...samples.councilLetter,
  sections: [
    { name: '說明', items: Array.from({ length: count }, () => ({ text: '字'.repeat(length), items: [] })) },
    { name: '辦法', items: [{ text: '字'.repeat(length), items: [] }] },
  ],
});

const bottomOf = (item: PlacedItem): number => {
  if (item.type === 'gap') return item.topPt + item.block.heightPt;
  if (item.type === 'table') return item.topPt + item.rows.reduce((sum, row) => sum + row.heightPt, 0);
  return item.topPt + item.lines.length * item.block.linePt;
};

const lastParagraph = (page: Page | undefined) =>
  page?.items.filter((item) => item.type === 'paragraph').at(-1);

describe('paginate', () => {
  it('keeps every line inside the margins, on every page, for letters of every length', () => {
    for (let count = 1; count < 40; count += 3) {
      const { document, pages } = paged(withItems(count, 37));
      for (const item of pages.flatMap((page) => page.items)) {
        expect(bottomOf(item)).toBeLessThanOrEqual(textHeight(document.page) + 0.01);
        if (item.type !== 'paragraph') continue;
        for (const line of item.lines)
          expect(line.xPt + line.widthPt).toBeLessThanOrEqual(textWidth(document.page) + 0.1);
      }
    }
  });

  it('never ends a page with a lone section name (GW-Y012)', () => {
    for (let count = 1; count < 40; count++) {
      const { pages } = paged(withItems(count, 20));
      for (const page of pages.slice(0, -1)) {
        expect(lastParagraph(page)?.block).not.toMatchObject({ role: 'section', text: '' });
      }
    }
  });

  it('never leaves a single line of a paragraph behind or ahead', () => {
    for (let length = 60; length < 120; length += 5) {
      const { pages } = paged(withItems(12, length));
      for (const [index, page] of pages.entries()) {
        const first = page.items[0];
        const last = lastParagraph(page);
        if (first?.type === 'paragraph' && !first.begins)
          expect(first.lines.length).toBeGreaterThanOrEqual(2);
        const next = pages[index + 1]?.items[0];
        const cut = next?.type === 'paragraph' && !next.begins;
        if (cut) expect(last?.lines.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('never leaves 正本, 副本 and 署名 alone on the last page (GW-Y014)', () => {
    for (let count = 1; count < 40; count++) {
      const { pages } = paged(withItems(count, 10));
      const roles = pages
        .at(-1)
        ?.items.flatMap((item) => (item.type === 'paragraph' ? [item.block.role] : []));
      expect(roles?.some((role) => role === 'item' || role === 'section' || role === 'subject')).toBe(true);
    }
  });

  it('repeats the head row of a long list on each of its pages', () => {
    const recipients = Array.from(
      { length: 90 },
      (_, index) => ({ type: 'organisation', name: `第${index}所` }) as const,
    );
    const { pages } = paged({ ...samples.councilLetter, recipients });
    const tables = pages.flatMap((page) => page.items.filter((item) => item.type === 'table'));
    expect(tables.length).toBeGreaterThan(2);
    expect(tables.every((table) => table.rows[0]?.header === true)).toBe(true);
    expect(tables.flatMap((table) => table.rows.filter((row) => !row.header))).toHaveLength(91);
  });

  it('shows 檔號, title and address on page 1 only (規範 四(六), GW-Y015)', () => {
    const { pages } = paged(samples.longLetter);
    expect(pages.length).toBeGreaterThan(1);
    const later = pages.slice(1).flatMap((page) => page.items);
    for (const item of later) {
      if (item.type === 'paragraph')
        expect(['archiveNumber', 'title', 'address']).not.toContain(item.block.role);
    }
  });

  it('survives a letter with nothing in it and a row higher than a page', () => {
    expect(
      paged({ ...samples.councilLetter, subject: '', sections: [], recipients: [], copies: [] }).pages,
    ).toHaveLength(1);
    const opinion = { text: '字'.repeat(3000), items: [] };
    const tall = {
      ...samples.review,
      entries: samples.review.entries.map((entry) => ({ ...entry, opinion })),
    };
    expect(paged(tall).pages.length).toBeGreaterThan(1);
  });
});
