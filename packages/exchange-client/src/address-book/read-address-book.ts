import type { Issue } from '@kcc/validators';
import { ExchangeError } from '../exchange-error.ts';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';
import type { AddressEntry } from './address-entry.ts';
import { parseCsv } from './parse-csv.ts';

const COLUMNS = ['ORGID', 'ORGNAME', 'STATUSCODE', 'UPDATETIME'] as const;
const LISTED_PROBLEMS = 100;

export interface AddressBookReading {
  /** Only entries with status T, each code once. */
  readonly entries: readonly AddressEntry[];
  /** Rows with another status. */
  readonly unusable: number;
  readonly issues: readonly Issue<ExchangeIssueCode>[];
}

/**
 * Reads the open-data address book (地址簿), CSV or JSON in UTF-8.
 *
 * @throws {@link ExchangeError} ADDRESS_BOOK_MALFORMED when it has not the four columns
 */
export function readAddressBook(bytes: Uint8Array): AddressBookReading {
  const text = new TextDecoder().decode(bytes);
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text);
  const issues: Issue<ExchangeIssueCode>[] = [];
  const byCode = new Map<string, AddressEntry>();
  let unusable = 0;
  for (const [index, row] of rows.entries()) {
    if (row === undefined) {
      if (issues.length < LISTED_PROBLEMS) {
        issues.push(exchangeIssue('BOOK_ROW_UNREADABLE', 'warning', `/${index + 1}`, { row: index + 1 }));
      }
    } else if (row.status !== 'T') unusable += 1;
    else takeNewest(byCode, row, issues);
  }
  if (unusable > 0) issues.push(exchangeIssue('BOOK_STATUS_NOT_USABLE', 'info', '', { count: unusable }));
  return { entries: [...byCode.values()], unusable, issues };
}

function takeNewest(
  byCode: Map<string, AddressEntry>,
  row: AddressEntry,
  issues: Issue<ExchangeIssueCode>[],
): void {
  const known = byCode.get(row.code);
  if (known !== undefined) issues.push(exchangeIssue('BOOK_CODE_TWICE', 'warning', '', { code: row.code }));
  if (known === undefined || row.updated >= known.updated) byCode.set(row.code, row);
}

function csvRows(text: string): readonly (AddressEntry | undefined)[] {
  const [header = [], ...rows] = parseCsv(text);
  const places = COLUMNS.map((column) => header.findIndex((cell) => cell.trim().toUpperCase() === column));
  if (places.includes(-1)) {
    throw new ExchangeError('ADDRESS_BOOK_MALFORMED', {
      details: { reason: `欄位應為 ${COLUMNS.join(',')}` },
    });
  }
  return rows
    .filter((row) => row.length > 1 || row[0] !== '')
    .map((row) => entryOf(places.map((place) => row[place])));
}

function jsonRows(text: string): readonly (AddressEntry | undefined)[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ExchangeError('ADDRESS_BOOK_MALFORMED', { details: { reason: 'JSON' }, cause });
  }
  if (!Array.isArray(value))
    throw new ExchangeError('ADDRESS_BOOK_MALFORMED', { details: { reason: 'JSON' } });
  return value.map((row: unknown) => {
    if (typeof row !== 'object' || row === null) return undefined;
    const fields = new Map(Object.entries(row).map(([name, cell]) => [name.toUpperCase(), String(cell)]));
    return entryOf(COLUMNS.map((column) => fields.get(column)));
  });
}

function entryOf(cells: readonly (string | undefined)[]): AddressEntry | undefined {
  const [code, name, status, updated] = cells.map((cell) => cell?.trim());
  if (!code || !name || status === undefined) return undefined;
  return { code, name, status, updated: updated ?? '' };
}
