import { describe, expect, it } from 'vitest';
import type { LayoutDocument, ParagraphBlock } from '../../src/layout/document.ts';
import { layoutLetter } from '../../src/layout/layout-letter.ts';
import { POINTS_PER_CM, SAMPLE_PAGE } from '../../src/layout/page.ts';
import * as samples from '../render/support/sample-letters.ts';

const paragraphs = (document: LayoutDocument): ParagraphBlock[] =>
  document.blocks.filter((block) => block.type === 'paragraph');
const labels = (document: LayoutDocument) =>
  paragraphs(document).flatMap(({ label, labelKind }) => (labelKind === 'name' ? [label] : []));
const textOf = (document: LayoutDocument, role: string) =>
  paragraphs(document)
    .filter((block) => block.role === role)
    .map(({ text }) => text);

describe('paper order', () => {
  it('of a 函 (規範 五)', () => {
    expect(labels(layoutLetter(samples.councilLetter))).toEqual([
      ...[
        '檔　　號：',
        '保存年限：',
        '地址：',
        '聯絡方式：',
        '受文者：',
        '發文日期：',
        '發文字號：',
        '速別：',
      ],
      ...['密等及解密條件或保密期限：', '附件：', '主旨：', '說明：', '正本：', '副本：'],
    ]);
  });

  it('of a 開會通知單: 聯絡人及電話 stands behind 主持人, not where the exchange XML has it (規範 八, C9)', () => {
    const order = labels(layoutLetter(samples.meeting));
    expect(order.slice(order.indexOf('開會事由：'))).toEqual([
      ...[
        '開會事由：',
        '開會時間：',
        '開會地點：',
        '主持人：',
        '聯絡人及電話：',
        '出席者：',
        '列席者：',
        '副本：',
        '備註：',
      ],
    ]);
  });

  it('of a 會勘通知單: the same under other names', () => {
    const order = labels(layoutLetter(samples.inspection));
    expect(order).toEqual(expect.arrayContaining(['會勘事由：', '會勘時間：', '會勘地點：']));
  });

  it('of a 公告: the room for the seal between 發文字號 and the text (規範 七)', () => {
    const { blocks } = layoutLetter(samples.announcement);
    const gap = blocks.findIndex((block) => block.type === 'gap');
    expect(blocks[gap - 1]).toMatchObject({ role: 'documentNumber' });
    expect(blocks[gap + 1]).toMatchObject({ role: 'subject' });
    expect(blocks[gap]).toMatchObject({ heightPt: 7 * POINTS_PER_CM });
  });

  it('of a 令: text without the names of sections', () => {
    const document = layoutLetter(samples.decree);
    expect(labels(document)).toEqual(['檔　　號：', '保存年限：', '發文日期：', '發文字號：']);
    expect(textOf(document, 'plainText')[0]).toBe(samples.decree.subject);
  });

  it('of a 簽: 簽　於○○ at the left, signature and day at the end', () => {
    const document = layoutLetter(samples.memo);
    expect(textOf(document, 'memoTitle')).toEqual(['簽　於教育局社會教育科']);
    expect(paragraphs(document).at(-1)).toMatchObject({ role: 'signedDate', text: '中華民國115年10月2日' });
  });

  it('of a joint letter: the agencies one below the other, the numbers too', () => {
    const document = layoutLetter(samples.jointLetter);
    expect(textOf(document, 'title')).toEqual(['嘉禾市政府\n東禾縣政府　函']);
    expect(textOf(document, 'documentNumber')).toEqual(['府範字第1150001234號\n東府字第1150000778號']);
  });

  it('puts 簽稿會核單 and 會銜公文會辦單 into tables', () => {
    for (const letter of [samples.review, samples.joint]) {
      expect(layoutLetter(letter).blocks.filter((block) => block.type === 'table')).toHaveLength(1);
    }
  });
});

describe('items', () => {
  it('get their markers from their places and are numbered as one list a section', () => {
    const items = paragraphs(layoutLetter(samples.longLetter)).filter(({ role }) => role === 'item');
    expect(items.slice(0, 8).map(({ label }) => label)).toEqual([
      '一、',
      '二、',
      '(一)',
      '1、',
      '2、',
      '(1)',
      '(2)',
      '(二)',
    ]);
    expect(items[2]?.list).toEqual({ id: 0, level: 2, index: 1 });
  });

  it('start one character further in on each level; wrapped lines start under the text (GW-Y011)', () => {
    const items = paragraphs(layoutLetter(samples.longLetter)).filter(({ role }) => role === 'item');
    const starts = items.map(({ leftPt, hangingPt }) => leftPt - hangingPt);
    expect(starts[0]).toBeCloseTo(15.87);
    expect(starts[2]).toBeCloseTo(31.87);
    expect(starts[3]).toBeCloseTo(47.87);
    expect(items[0]?.leftPt).toBe(49.66);
    const eleventh = items.find(({ label }) => label === '十一、');
    expect(eleventh?.leftPt).toBeCloseTo(15.87 + 48);
  });

  it('keep the marker that a letter came with, and then stand in no list', () => {
    const letter = {
      ...samples.councilLetter,
      sections: [
        {
          name: '說明',
          items: [
            { marker: '1.', text: '甲', items: [] },
            { text: '乙', items: [] },
          ],
        },
      ],
    };
    const items = paragraphs(layoutLetter(letter)).filter(({ role }) => role === 'item');
    expect(items.map(({ label }) => label)).toEqual(['1.', '二、']);
    expect(items.every(({ list }) => list === undefined)).toBe(true);
  });
});

describe('options', () => {
  const title = (document: LayoutDocument) => paragraphs(document).find(({ role }) => role === 'title');

  it('C1 margins, C2 pitch, C3 brackets, C5 bold 全銜, C7 密等', () => {
    const document = layoutLetter(samples.longLetter, {
      page: SAMPLE_PAGE,
      bodyPitchPt: 28,
      brackets: 'full',
      boldTitle: true,
      ordinaryClassification: '普通',
    });
    expect(document.page.topPt).toBe(62.96);
    expect(paragraphs(document).find(({ role }) => role === 'subject')?.linePt).toBe(28);
    expect(paragraphs(document).some(({ label }) => label === '（一）')).toBe(true);
    expect(title(document)?.bold).toBe(true);
    expect(textOf(document, 'classification')).toEqual(['普通']);
  });

  it('a copy for one recipient names it instead of the roster (C4) and has the block for a window envelope', () => {
    const addressedTo = {
      type: 'organisation',
      name: '嘉禾市東禾區公所',
      postal: { postalCode: '000001', address: '嘉禾市東禾區公所路1號' },
    } as const;
    const document = layoutLetter(samples.longLetter, { copy: 'paper', addressedTo });
    expect(textOf(document, 'addressee')).toEqual(['嘉禾市東禾區公所']);
    expect(textOf(document, 'window')).toEqual(['000001\n嘉禾市東禾區公所路1號']);
  });

  it('marks each copy (機關公文電子交換作業辦法 7、8)', () => {
    expect(layoutLetter(samples.longLetter, { copy: 'sent' }).mark).toBe('已電子交換');
    expect(title(layoutLetter(samples.longLetter, { copy: 'draft' }))?.text).toBe('嘉禾市政府　函(稿)');
    const received = layoutLetter(samples.longLetter, { copy: 'received', pageNumbers: false });
    expect(received).toMatchObject({ mark: '電子公文', pageNumbers: true, edgeMarks: true });
  });

  it('moves a long list of recipients to a page of its own and says so in its place', () => {
    const recipients = Array.from(
      { length: 31 },
      (_, index) => ({ type: 'organisation', name: `第${index}所` }) as const,
    );
    const document = layoutLetter({ ...samples.longLetter, recipients });
    expect(textOf(document, 'recipients')).toEqual(['如發文清單']);
    const table = document.blocks.find((block) => block.type === 'table');
    expect(table?.rows).toHaveLength(1 + 31 + samples.longLetter.copies.length);
    const inline = layoutLetter({ ...samples.longLetter, recipients }, { recipientList: 'inline' });
    expect(textOf(inline, 'recipients')[0]).toContain('第30所');
  });

  it('lists the attachments where asked', () => {
    const attachments = [{ fileName: 'a.pdf', title: '計畫書', medium: '電子檔', quantity: '1份' }];
    const document = layoutLetter({ ...samples.councilLetter, attachments }, { attachmentList: true });
    expect(textOf(document, 'listTitle')).toEqual(['附件清單']);
  });

  it('refuses a pitch, size or gap that is no length', () => {
    expect(() => layoutLetter(samples.memo, { bodyPitchPt: 0 })).toThrow(RangeError);
    expect(() => layoutLetter(samples.memo, { sealGapCm: Number.NaN })).toThrow(RangeError);
  });
});

describe('署名', () => {
  const signature = (signing: object, signatures: readonly string[] = []) =>
    textOf(
      layoutLetter({ ...samples.councilLetter, signatures, signing } as typeof samples.councilLetter),
      'signature',
    );

  it('comes from the letter, or from how it is signed', () => {
    expect(signature({ mode: '職章', title: '市長', name: '許○○' })).toEqual(['市長　許○○']);
    expect(signature({ mode: 'none', title: '市長', name: '許○○' })).toEqual([]);
    expect(
      signature({ mode: '職章', title: '副市長', name: '陳○○', acting: '代行' }, ['市長　許○○']),
    ).toEqual(['市長　許○○\n副市長　陳○○　代行']);
  });
});
