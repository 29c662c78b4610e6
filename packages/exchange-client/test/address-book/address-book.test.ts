import { describe, expect, it } from 'vitest';
import {
  compareAddressBooks,
  createAddressBook,
  writeAddressBook,
} from '../../src/address-book/address-book.ts';
import { readAddressBook } from '../../src/address-book/read-address-book.ts';
import { seededRandom } from '../../src/centre/faults/seeded-random.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (...rows: readonly string[]) =>
  utf8(`\ufeffORGID,ORGNAME,STATUSCODE,UPDATETIME\r\n${rows.join('\r\n')}\r\n`);

describe('the address book', () => {
  it('takes only rows with status T', () => {
    const { entries, unusable, issues } = readAddressBook(
      csv('A1,嘉禾市政府,T,2026-01-01', 'A2,已停用機關,D,2026-01-01', 'A3,另一機關,F,2026-01-01'),
    );
    expect(entries.map(({ code }) => code)).toEqual(['A1']);
    expect(unusable).toBe(2);
    expect(issues.map(({ code }) => code)).toEqual(['BOOK_STATUS_NOT_USABLE']);
  });

  it('reads quoted names, other column orders and JSON', () => {
    const quoted = readAddressBook(utf8('STATUSCODE,ORGNAME,ORGID,UPDATETIME\nT,"甲,乙""會""",A1,\n'));
    expect(quoted.entries[0]).toMatchObject({ code: 'A1', name: '甲,乙"會"' });
    const json = readAddressBook(utf8('[{"ORGID":"A1","ORGNAME":"甲","STATUSCODE":"T","UPDATETIME":"1"}]'));
    expect(json.entries).toEqual([{ code: 'A1', name: '甲', status: 'T', updated: '1' }]);
  });

  it('refuses a file without its four columns', () => {
    expect(() => readAddressBook(utf8('a,b\n1,2\n'))).toThrowError(
      expect.objectContaining({ code: 'ADDRESS_BOOK_MALFORMED' }),
    );
  });

  it('says how a new edition differs', () => {
    const before = readAddressBook(csv('A1,甲,T,1', 'A2,乙,T,1', 'A3,丙,T,1')).entries;
    const after = readAddressBook(csv('A1,甲,T,2', 'A2,乙改名,T,2', 'A4,丁,T,2')).entries;
    const { added, changed, removed } = compareAddressBooks(before, after);
    expect(
      [added, changed.map((item) => item.after), removed].map((list) => list.map(({ code }) => code)),
    ).toEqual([['A4'], ['A2'], ['A3']]);
  });

  it('finds 臺 by 台, half-width by full-width, and words in any order', () => {
    const { entries } = readAddressBook(csv('A1,臺北市政府ＡＢＣ處,T,1', 'A2,台中市政府,T,1'));
    const book = createAddressBook(entries);
    const codes = (text: string) => book.search(text).map(({ code }) => code);
    expect(codes('台北市')).toEqual(['A1']);
    expect(codes('臺中')).toEqual(['A2']);
    expect(codes('abc')).toEqual(['A1']);
    expect(codes('市政府 臺北')).toEqual(['A1']);
    expect(codes('a2')).toEqual(['A2']);
    expect(codes(' ')).toEqual([]);
  });

  it('never guesses an ambiguous name', () => {
    const book = createAddressBook(
      readAddressBook(csv('A1,臺灣大學,T,1', 'A2,台灣大學,T,1', 'A3,獨一,T,1')).entries,
    );
    const answer = book.resolve('臺灣大學');
    expect(answer.kind).toBe('ambiguous');
    expect(answer.kind === 'ambiguous' && answer.entries.map(({ code }) => code)).toEqual(['A1', 'A2']);
    expect(book.resolve('獨一')).toMatchObject({ kind: 'one', entry: { code: 'A3' } });
    expect(book.resolve('臺灣')).toEqual({ kind: 'none' });
  });

  it('takes 40,093 made-up rows and gives them back', () => {
    const random = seededRandom(3);
    const parts = ['臺北', '嘉禾', '東禾', '市政府', '區公所', '國民小學', '農會', '醫院', '工程處', '分局'];
    const name = () => Array.from({ length: 4 }, () => parts[Math.floor(random() * parts.length)]).join('');
    const rows = Array.from(
      { length: 40_093 },
      (_, index) => `Z${String(index).padStart(9, '0')},${name()},T,2026-10-01`,
    );
    const { entries } = readAddressBook(csv(...rows));
    expect(entries).toHaveLength(40_093);
    expect(readAddressBook(writeAddressBook(entries)).entries).toEqual(entries);
    const book = createAddressBook(entries);
    expect(book.search('台北 國民小學', { limit: 5 })).toHaveLength(5);
  });
});
