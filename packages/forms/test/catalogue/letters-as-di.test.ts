import { readLetter, writeDispatch } from '@kcc/gongwen';
import { describe, expect, it } from 'vitest';
import { findForm } from '../../src/catalogue/forms.ts';
import { checkForm } from '../../src/define/check.ts';
import { printForm } from '../../src/define/printed.ts';
import { sampleDay, samples } from '../support/samples.ts';

describe('the letters of the way as exchange files', () => {
  it.each(['xca-cover-letter', 'exchange-forwarding-letter'])(
    'D11, B7: %s is written whole, valid, and read back the same',
    (id) => {
      const form = findForm(id);
      const options = { asOf: sampleDay(id) };
      const printed = printForm(form, checkForm(form, samples[id], options).value, options);
      if (printed.type !== 'letter') throw new Error(`${id} is a letter`);
      const { files, issues } = writeDispatch(printed.letter, { baseName: '1080000001' });
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      const written = files.flatMap((file) => (file.role === 'letter' ? [file.bytes] : []));
      expect(written).toHaveLength(1);
      const read = readLetter(written[0] ?? new Uint8Array());
      expect(read).toMatchObject({ wellFormed: true, valid: true });
      const { subject, sections, issuers, contactLines } = printed.letter;
      expect(read.letter).toMatchObject({ subject, sections, issuers, contactLines });
    },
  );
});
