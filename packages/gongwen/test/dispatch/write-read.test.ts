import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDispatch } from '../../src/dispatch/read-dispatch.ts';
import { writeDispatch } from '../../src/dispatch/write-dispatch.ts';
import { dtdText } from '../../src/grammar/dtd-text.ts';
import { editionOf, grammarOf } from '../../src/grammar/grammars.ts';
import { encodeText } from '../../src/xml/encode.ts';
import {
  announcement,
  anyLetter,
  decree,
  inspection,
  joint,
  meeting,
  memo,
  officialLetter,
  review,
} from '../model/arbitrary-letters.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { xmllintVerdicts } from '../support/xmllint.ts';

const kinds = { officialLetter, decree, announcement, meeting, inspection, memo, review, joint };

describe('what is written is read back', () => {
  for (const [name, letters] of Object.entries(kinds)) {
    it(`${name}: the roster gives the codes back`, async () => {
      await fc.assert(
        fc.asyncProperty(letters, fc.constantFrom('utf-8', 'big5'), async (letter, encoding) => {
          const written = writeDispatch(letter, { baseName: '1150001234', encoding });
          expect(written.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
          const files = written.files.flatMap((file) => ('bytes' in file ? [file] : []));
          const dispatch = await readDispatch(files);
          expect(dispatch.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(dispatch.letter).toEqual({ ...letter, generation: '104' });
          expect(dispatch.document?.valid).toBe(name !== 'joint');
          const again = writeDispatch(letter, { baseName: '1150001234', encoding });
          expect(again.files).toEqual(written.files);
        }),
        { numRuns: 15 },
      );
    });
  }
});

describe('a foreign validator', () => {
  itNeeds('xmllint', 'libxml2-utils')('accepts every file with the generated DTDs, in both encodings', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-'));
    try {
      const names: string[] = [];
      for (const encoding of ['utf-8', 'big5'] as const) {
        for (const root of [
          '函',
          '令',
          '公告',
          '開會通知單',
          '會勘通知單',
          '簽',
          '簽稿會核單',
          '會銜公文會辦單',
          '交換表單',
          '文書訊息表單',
        ]) {
          const grammar = grammarOf(root, editionOf('104'));
          if (!grammar) throw new Error(`no grammar of ${root}`);
          const encoded = encodeText(dtdText(grammar, { encoding }), encoding);
          if (!('bytes' in encoded)) throw new Error(`the DTD of ${root} has no ${encoding} form`);
          writeFileSync(
            join(folder, encoding === 'big5' ? grammar.dtdNames.big5 : grammar.dtdNames.utf8),
            encoded.bytes,
          );
        }
      }
      fc.sample(anyLetter, { numRuns: 120, seed: 104 }).forEach((letter, index) => {
        const encoding = index % 2 === 0 ? 'utf-8' : 'big5';
        const message = index % 5 === 0 ? { message: { code: '2', note: '更正說明二' } } : {};
        for (const file of writeDispatch(letter, { baseName: `f${index}`, encoding, ...message }).files) {
          if (!('bytes' in file)) continue;
          writeFileSync(join(folder, file.path), file.bytes);
          names.push(file.path);
        }
      });
      const verdicts = xmllintVerdicts(folder, names);
      expect(names.filter((_, index) => verdicts[index] !== 0)).toEqual([]);
      expect(names.length).toBeGreaterThan(200);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
