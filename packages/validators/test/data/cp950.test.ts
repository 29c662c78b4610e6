import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cp950Characters, renderCp950Table } from '../../scripts/cp950-table.ts';
import { isCp950 } from '../../src/cp950.ts';
import { lookAlikes, lookAlikesInNames } from '../../src/data/look-alikes.ts';
import { variantPairs } from '../../src/data/variants.ts';

const decoded = cp950Characters();

describe('code page 950', () => {
  it('has 13,493 characters beyond ASCII, and isCp950 knows exactly these', () => {
    expect(decoded.size).toBe(13_493);
    for (let code = 0x80; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const char = String.fromCodePoint(code);
      if (isCp950(char) !== decoded.has(char)) expect.fail(`U+${code.toString(16)}`);
    }
    for (let code = 0; code < 0x80; code++) expect(isCp950(String.fromCharCode(code))).toBe(true);
  });
  it('has the characters of the ETEN extension and not those of Hong Kong', () => {
    for (const char of '裏恒恆碁銹粧嫺墻○·‧') expect(isCp950(char), char).toBe(true);
    for (const char of '堃喆犇峯綉煊瑠栢邨〇・𠮷') expect(isCp950(char), char).toBe(false);
  });
  it('is rebuilt by the script', () => {
    const shipped = readFileSync(new URL('../../src/data/cp950.ts', import.meta.url), 'utf8');
    const [, verifiedOn = ''] = /verified on (\S+)\./.exec(shipped) ?? [];
    // The formatter may set a string on its own line.
    const onOneLine = (text: string): string => text.replace(/=\s+'/g, "= '");
    expect(onOneLine(renderCp950Table(verifiedOn))).toBe(onOneLine(shipped));
  });
});

describe('variants', () => {
  const pairs = [...variantPairs.matchAll(/(.)(.)/gu)].map(
    ([, found = '', meant = '']) => [found, meant] as const,
  );
  it('lead from outside Big5 into it, each once', () => {
    expect(pairs.map(([found]) => found)).toHaveLength(new Set(pairs.map(([found]) => found)).size);
    for (const [found, meant] of pairs) {
      expect(isCp950(found), found).toBe(false);
      expect(isCp950(meant), meant).toBe(true);
    }
    expect(Object.fromEntries(pairs)).toMatchObject({ 脱: '脫', 説: '說', 产: '產', 发: '發' });
  });
});

describe('look-alikes', () => {
  it.each([lookAlikes, lookAlikesInNames])(
    'are found beside a Chinese character, all of the table',
    (pattern, meant) => {
      for (const sign of Object.keys(meant)) {
        expect(`公${sign}`.match(pattern), sign).toEqual([sign]);
        expect(`${sign}文`.match(pattern), sign).toEqual([sign]);
        expect(sign.match(pattern), sign).toBeNull();
      }
    },
  );
});
