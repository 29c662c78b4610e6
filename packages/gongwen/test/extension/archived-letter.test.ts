import { describe, expect, it } from 'vitest';
import {
  formatDraft,
  parseDraft,
  readDispatch,
  readLetter,
  type WrittenFile,
  writeDispatch,
} from '../../src/index.ts';
import { sampleLetter } from '../dispatch/sample-letter.ts';
import { type ArchivedLetter, archivedGrammar, archivedLetterType } from './archived-letter.ts';

const types = [archivedLetterType];
const grammars = [archivedGrammar];
const letter: ArchivedLetter = {
  ...sampleLetter,
  copies: sampleLetter.copies.slice(0, 1),
  fileNumber: '115/000000/1',
  retention: '5',
};
const baseName = '1150001234';
const bytesOf = (files: readonly object[]) => files.filter((file): file is WrittenFile => 'bytes' in file);

describe("a vendor's fields in a 函", () => {
  it('are typed, written, valid by the extended grammar and read back', async () => {
    const files = bytesOf(writeDispatch(letter, { baseName, types, grammars }).files);
    const { letter: back, document, issues } = await readDispatch<ArchivedLetter>(files, { types, grammars });
    expect(issues).toEqual([]);
    expect(document?.valid).toBe(true);
    expect(back).toEqual({ ...letter, generation: '104' });
  });

  it('are dropped without a trace only where the vendor is not known and validity is wanted', () => {
    const files = bytesOf(writeDispatch(letter, { baseName, types, grammars }).files);
    const { letter: plain } = readLetter(files[0]?.bytes ?? new Uint8Array());
    if (!plain) throw new Error('no letter');
    const { files: again, issues } = writeDispatch(plain, { baseName });
    expect(new TextDecoder().decode(bytesOf(again)[0]?.bytes)).not.toContain('檔號');
    expect(issues.filter(({ code }) => code === 'WRITE_EXTRA_DROPPED').map(({ params }) => params)).toEqual([
      { name: '檔號' },
      { name: '保存年限' },
    ]);
  });

  it('survive a reader who does not know them: file, model, draft, file', async () => {
    const first = bytesOf(writeDispatch(letter, { baseName, types, grammars }).files);
    const unknowing = await readDispatch(first);
    expect(unknowing.letter?.extra?.map(({ name, text }) => [name, text])).toEqual([
      ['檔號', '115/000000/1'],
      ['保存年限', '5'],
    ]);
    if (!unknowing.letter) throw new Error('no letter');
    const draft = parseDraft(formatDraft(unknowing.letter, 'yaml'), { format: 'yaml' });
    if (!draft.letter) throw new Error('no draft');
    const second = bytesOf(writeDispatch(draft.letter, { baseName, extra: 'keep' }).files);
    const { letter: back } = await readDispatch<ArchivedLetter>(second, { types, grammars });
    expect(back).toEqual({ ...letter, generation: '104' });
  });
});
