import { expect, it } from 'vitest';
import { plainLetter } from '../../src/lint/examples.ts';
import { lintLetter, measurePdf, strictProfile } from '../../src/lint/index.ts';
import { renderPdf } from '../../src/render/pdf/index.ts';

const all = { ...strictProfile, severities: ['error', 'warning', 'info'] } as const;

/** A PDF as a careless program writes it: no tags, a sans face that is not embedded, red text. */
const CARELESS = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R /Lang (en) >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R >> endobj
4 0 obj << /Length 38 >>
stream
1 0 0 rg BT /F1 16 Tf (letter) Tj ET 
endstream
endobj
5 0 obj << /Type /FontDescriptor /FontName /Noto#20Sans >> endobj
trailer << /Root 1 0 R >>
%%EOF`;

it('measures a PDF of its own, and the rules find nothing in it', async () => {
  const { bytes } = await renderPdf(plainLetter);
  const printed = await measurePdf(bytes);
  expect(printed).toMatchObject({ tagged: true, language: 'zh-TW', standard: 'PDF/A-2B', blackOnly: true });
  expect(printed.fonts?.map(({ name }) => name.slice(7)).sort()).toEqual([
    'LXGWWenKaiTC-Regular',
    'Tinos-Regular',
  ]);
  expect(lintLetter(plainLetter, { printed, profile: all })).toEqual([]);
});

it('finds what a careless PDF lacks', async () => {
  const printed = await measurePdf(new TextEncoder().encode(CARELESS));
  expect(printed).toEqual({
    fonts: [{ name: 'Noto Sans', embedded: false, subset: false }],
    tagged: false,
    language: 'en',
    title: '',
    standard: '',
    blackOnly: false,
  });
  const codes = lintLetter(plainLetter, { printed, profile: all }).map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(['GW-Y003', 'GW-Y004', 'GW-Y017', 'GW-Y018']));
});

it('says nothing of bytes that are no PDF', async () => {
  expect(await measurePdf(new TextEncoder().encode('主旨：請查照。'))).toEqual({});
  expect(await measurePdf(new Uint8Array())).toEqual({});
});
