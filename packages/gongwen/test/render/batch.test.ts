import { beforeAll, describe, expect, it } from 'vitest';
import { paperRecipients } from '../../src/layout/paper-recipients.ts';
import type { Recipient } from '../../src/model/party.ts';
import {
  openPdfEngine,
  type PdfEngine,
  renderLabels,
  renderPaperCopies,
  renderPdfBatch,
} from '../../src/render/pdf/index.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { seePdf, withoutBlanks } from './support/read-pdf.ts';
import { councilLetter } from './support/sample-letters.ts';

const itPoppler = itNeeds('pdftotext', 'poppler');
const postal = (number: number) => ({ postalCode: '000001', address: `嘉禾市東禾區範例路${number}號` });
const recipients: readonly Recipient[] = [
  { type: 'organisation', name: '嘉禾市東禾區公所', code: 'Z10000001B' },
  {
    type: 'organisation',
    name: '嘉禾市立東禾國民小學',
    code: 'Z10000003D',
    channel: 'paper',
    postal: postal(2),
  },
  { type: 'person', name: '林○○', postal: postal(3) },
];
const letter = {
  ...councilLetter,
  addressee: { type: 'roster', text: '如正副本' } as const,
  recipients,
  copies: [],
};
let engine: PdfEngine;

beforeAll(async () => {
  engine = await openPdfEngine();
});

describe('paper copies (分繕)', () => {
  it('go to those marked for paper and those without a code', () => {
    expect(paperRecipients(letter).map(({ name }) => name)).toEqual(['嘉禾市立東禾國民小學', '林○○']);
  });

  itPoppler('name their recipient, with postal code and address above 受文者', async () => {
    const copies: string[] = [];
    for await (const { bytes, issues, recipient } of renderPaperCopies(letter, { engine })) {
      expect(issues).toEqual([]);
      const { lines } = await seePdf(bytes);
      const to = lines.findIndex(({ text }) => text.startsWith('受文者：'));
      expect(lines[to]?.text).toBe(`受文者：${recipient.name}`);
      expect(lines[to - 2]?.text).toBe('000001');
      expect(lines[to - 1]?.x).toBeCloseTo(70.87, 0);
      copies.push(recipient.name);
    }
    expect(copies).toHaveLength(2);
  });
});

describe('renderPdfBatch', () => {
  it('sets letter after letter, each when it is asked for', async () => {
    let asked = 0;
    function* letters() {
      for (let number = 1; number <= 100; number++) {
        asked = number;
        yield { ...letter, subject: `第${number}件，請查照。` };
      }
    }
    let done = 0;
    for await (const { pages } of renderPdfBatch(letters(), { engine })) {
      expect(pages).toBe(1);
      done += 1;
      expect(asked).toBe(done);
      if (done === 30) break;
    }
  });
});

describe('renderLabels', () => {
  itPoppler('puts 16 on a sheet, each at its place, from the first that is free', async () => {
    const many = Array.from(
      { length: 20 },
      (_, index) => ({ ...recipients[1], postal: postal(index) }) as Recipient,
    );
    const { bytes, pages } = await renderLabels(many, { engine, skip: 3 });
    expect(pages).toBe(2);
    const { lines } = await seePdf(bytes);
    const first = lines.find(({ text }) => text.includes('範例路0號'));
    // The fourth label: second column, second row.
    expect(first?.x).toBeCloseTo(((4.65 + 99.1 + 2.5 + 5) / 25.4) * 72, 0);
    expect(first?.top).toBeGreaterThan(((12.9 + 33.9 + 5) / 25.4) * 72);
    expect(withoutBlanks(lines.map(({ text }) => text).join(''))).toContain('嘉禾市立東禾國民小學啟');
  });

  it('refuses a sheet without labels', async () => {
    const sheet = { columns: 0, rows: 1, widthMm: 1, heightMm: 1, leftMm: 0, topMm: 0, gapXMm: 0, gapYMm: 0 };
    await expect(renderLabels([], { engine, sheet })).rejects.toThrow(RangeError);
  });
});
