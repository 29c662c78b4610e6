import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';
import type { AddressBookDifferences, AddressEntry } from './address-entry.ts';
import { foldName } from './fold.ts';

/** Answer to a name: a name is never guessed, an ambiguous one gives all its codes. */
export type NameAnswer =
  | { readonly kind: 'one'; readonly entry: AddressEntry }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'ambiguous';
      readonly entries: readonly AddressEntry[];
      readonly issue: Issue<ExchangeIssueCode>;
    };

/** The address book in memory, ready for search. */
export interface AddressBook {
  readonly size: number;
  find(code: string): AddressEntry | undefined;
  /** Entries whose name or code has every word, the closest first. */
  search(text: string, options?: { readonly limit?: number }): readonly AddressEntry[];
  /** The office of a whole name, whatever the width of its letters and 臺 or 台. */
  resolve(name: string): NameAnswer;
  /** All entries. */
  entries(): readonly AddressEntry[];
}

interface Indexed {
  readonly entry: AddressEntry;
  readonly folded: string;
  readonly code: string;
}

/** Builds the book over usable entries. */
export function createAddressBook(entries: readonly AddressEntry[]): AddressBook {
  const rows: Indexed[] = entries.map((entry) => ({
    entry,
    folded: foldName(entry.name),
    code: entry.code.toLowerCase(),
  }));
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const byName = new Map<string, AddressEntry[]>();
  for (const { folded, entry } of rows) {
    const same = byName.get(folded);
    if (same === undefined) byName.set(folded, [entry]);
    else same.push(entry);
  }
  return {
    size: rows.length,
    find: (code) => byCode.get(code),
    search: (text, { limit = 20 } = {}) => search(rows, text, limit),
    resolve(name) {
      const found = byName.get(foldName(name)) ?? [];
      const [entry] = found;
      if (entry === undefined) return { kind: 'none' };
      if (found.length === 1) return { kind: 'one', entry };
      const codes = found.map(({ code }) => code).join('、');
      return {
        kind: 'ambiguous',
        entries: found,
        issue: exchangeIssue('BOOK_NAME_AMBIGUOUS', 'error', '', { name, codes }),
      };
    },
    entries: () => entries,
  };
}

function search(rows: readonly Indexed[], text: string, limit: number): readonly AddressEntry[] {
  const words = text
    .split(/[\s\u3000]+/)
    .map(foldName)
    .filter((word) => word !== '');
  const [first] = words;
  if (first === undefined) return [];
  // One pass into buckets of equal closeness: sorting every hit of a common word would take longer than finding it.
  const buckets: Indexed[][] = [];
  for (const row of rows) {
    if (!hasAll(row, words)) continue;
    const closeness = closenessOf(row, first);
    const bucket = buckets[closeness];
    if (bucket === undefined) buckets[closeness] = [row];
    else bucket.push(row);
  }
  const found: Indexed[] = [];
  // Places without a bucket are holes of the array, which forEach leaves out.
  buckets.forEach((bucket) => {
    if (found.length < limit) found.push(...bucket.sort((a, b) => (a.code < b.code ? -1 : 1)));
  });
  return found.slice(0, limit).map(({ entry }) => entry);
}

function hasAll({ folded, code }: Indexed, words: readonly string[]): boolean {
  for (const word of words) if (!folded.includes(word) && !code.startsWith(word)) return false;
  return true;
}

const LONGEST = 1000;

/** Whole name or code first, then names that begin with the word, then the rest; shorter names before longer ones. */
function closenessOf({ folded, code }: Indexed, first: string): number {
  const rank = folded === first || code === first ? 0 : folded.startsWith(first) ? 1 : 2;
  return rank * LONGEST + Math.min(folded.length, LONGEST - 1);
}

/** How a new edition differs from the old one. */
export function compareAddressBooks(
  before: readonly AddressEntry[],
  after: readonly AddressEntry[],
): AddressBookDifferences {
  const old = new Map(before.map((entry) => [entry.code, entry]));
  const added: AddressEntry[] = [];
  const changed: { before: AddressEntry; after: AddressEntry }[] = [];
  for (const entry of after) {
    const known = old.get(entry.code);
    old.delete(entry.code);
    if (known === undefined) added.push(entry);
    else if (known.name !== entry.name || known.status !== entry.status)
      changed.push({ before: known, after: entry });
  }
  return { added, changed, removed: [...old.values()] };
}

/** Writes entries in the open-data form. */
export function writeAddressBook(entries: readonly AddressEntry[]): Uint8Array {
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = entries.map(({ code, name, status, updated }) =>
    [code, name, status, updated].map(field).join(','),
  );
  return new TextEncoder().encode(`${['ORGID,ORGNAME,STATUSCODE,UPDATETIME', ...rows].join('\r\n')}\r\n`);
}
