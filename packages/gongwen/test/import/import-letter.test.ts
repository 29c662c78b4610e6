import { describe, expect, it } from 'vitest';
import { importLetter } from '../../src/import/index.ts';
import { importMessages } from '../../src/import/messages.ts';
import { importMessagesEn } from '../../src/messages/en/import.ts';
import { renderDocx } from '../../src/render/docx/index.ts';
import { renderOdt } from '../../src/render/odt/index.ts';
import { convert } from '../render/support/office.ts';
import { councilLetter, longLetter, memo, review } from '../render/support/sample-letters.ts';
import { itNeeds } from '../support/foreign-tools.ts';

describe('importLetter', () => {
  for (const [name, render] of [
    ['docx', renderDocx],
    ['odt', renderOdt],
  ] as const) {
    for (const numbering of ['native', 'literal'] as const) {
      it(`${name}: an ordinary 函 comes back whole, lists ${numbering}`, async () => {
        const { letter, issues } = importLetter(await render(councilLetter, { numbering }));
        expect(issues).toEqual([]);
        expect(letter).toEqual(councilLetter);
      });
    }

    it(`${name}: four levels of items, 檔號 and 保存年限`, async () => {
      const archive = { fileNumber: '115/010203/1', retention: '10年' };
      const { letter } = importLetter(await render({ ...longLetter, archive }, {}));
      expect(letter).toMatchObject({ sections: longLetter.sections, archive });
    });

    it(`${name}: says of another kind that it must be compared, and of a table that it was left out`, async () => {
      expect(importLetter(await render(memo)).issues.map(({ code }) => code)).toContain('IMPORT_KIND');
      expect(importLetter(await render(review)).issues.map(({ code }) => code)).toContain('IMPORT_TABLE');
    });
  }

  itNeeds('soffice', 'libreoffice')(
    'reads the odt that LibreOffice makes of a docx, and the docx that it makes of an odt',
    async () => {
      const [odt, docx] = [
        await convert({ 'a.docx': await renderDocx(councilLetter) }, 'odt'),
        await convert({ 'b.odt': await renderOdt(councilLetter) }, 'docx'),
      ];
      for (const bytes of [odt.get('a'), docx.get('b')]) {
        expect(importLetter(bytes ?? new Uint8Array()).letter).toEqual(councilLetter);
      }
    },
    60_000,
  );

  it('refuses what is no document, without throwing', () => {
    for (const bytes of [new Uint8Array(), new TextEncoder().encode('PK no'), new Uint8Array(100)]) {
      expect(importLetter(bytes).issues.map(({ code }) => code)).toEqual(['IMPORT_FORMAT']);
    }
  });

  it('has its messages in both languages', () => {
    expect(Object.keys(importMessagesEn).sort()).toEqual(Object.keys(importMessages).sort());
  });
});
