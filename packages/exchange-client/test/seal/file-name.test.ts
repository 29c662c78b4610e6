import { describe, expect, it } from 'vitest';
import { requireDistinctNames, requireFileName } from '../../src/seal/file-name.ts';

describe('file names of a package', () => {
  it.each(['1150001234.di', '附件 1.pdf', 'A_ATTCH1.ods'])('may be %s', (name) => {
    expect(requireFileName(name)).toBe(name);
  });

  it.each([
    '',
    '..',
    '../a',
    'a/b',
    'a\\b',
    '.hidden',
    'a.',
    'a ',
    ' a',
    'CON',
    'nul.txt',
    'a\u0000b',
    'a\u202eb',
    'e\u0301',
    '長'.repeat(100),
    'a:b',
  ])('may not be %j', (name) => {
    expect(() => requireFileName(name)).toThrowError(expect.objectContaining({ code: 'FILE_NAME_REFUSED' }));
  });

  it('may not differ in letter case only', () => {
    expect(() => requireDistinctNames(['a.pdf', 'A.PDF'])).toThrowError(
      expect.objectContaining({ code: 'FILE_NAME_REFUSED' }),
    );
  });
});
