import { join } from 'node:path';
import type { AddressEntry } from '@kcc/exchange-client';
import type { Command, Context } from '../../frame/command.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { table } from '../../frame/table.ts';
import { homeFolder } from './home.ts';

const BOOK_FILE = 'address-book.csv';

/** `exchange address-book import`: takes the open-data file in and says what changed. */
export const addressBookImportCommand: Command = {
  path: ['exchange', 'address-book', 'import'],
  summary: { zh: '匯入公文電子交換地址簿（開放資料 CSV 或 JSON）', en: 'import the open-data address book' },
  usage: 'CSV --home DIR',
  options: { home: { type: 'string' } },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const { compareAddressBooks, readAddressBook, writeAddressBook } = await import('@kcc/exchange-client');
    const folder = homeFolder(context, options);
    const before = await loadEntries(context, folder);
    const { entries, unusable, issues } = readAddressBook(await context.readInput(path));
    const { added, changed, removed } = compareAddressBooks(before, entries);
    await context.writeOutput(join(folder, BOOK_FILE), writeAddressBook(entries), true);
    const counts = {
      entries: entries.length,
      added: added.length,
      changed: changed.length,
      removed: removed.length,
    };
    const lines = await issueLines(context, issues);
    return {
      json: { ...counts, unusable, differences: { added, changed, removed }, issues },
      text: [
        `地址簿共 ${counts.entries} 筆：新增 ${counts.added}、變更 ${counts.changed}、移除 ${counts.removed}、不可用 ${unusable}`,
        ...lines,
      ].join('\n'),
    };
  },
};

/** `exchange address-book search`: by name or code; an ambiguous name gives all its codes. */
export const addressBookSearchCommand: Command = {
  path: ['exchange', 'address-book', 'search'],
  summary: { zh: '查地址簿（臺/台、全半形皆可）', en: 'search the address book' },
  usage: 'TEXT --home DIR [--limit N]',
  options: { home: { type: 'string' }, limit: { type: 'string' } },
  args: [1, 10],
  run: async (context, words, options) => {
    const { createAddressBook } = await import('@kcc/exchange-client');
    const book = createAddressBook(await loadEntries(context, homeFolder(context, options)));
    const text = words.join(' ');
    const entries = book.search(text, { limit: Number(options.limit ?? 20) || 20 });
    const answer = book.resolve(text);
    const rows = entries.map(({ code, name, updated }) => [code, name, updated]);
    const issues = answer.kind === 'ambiguous' ? [answer.issue] : [];
    const lines = await issueLines(context, issues);
    return {
      json: { text, exact: answer.kind, entries, issues },
      text:
        rows.length === 0 ? '找不到' : [table([['代碼', '名稱', '更新時間'], ...rows]), ...lines].join('\n'),
      exitCode: entries.length === 0 ? 1 : 0,
    };
  },
};

async function loadEntries(context: Context, folder: string): Promise<readonly AddressEntry[]> {
  const { readAddressBook } = await import('@kcc/exchange-client');
  const bytes = await context.readInput(join(folder, BOOK_FILE)).catch(() => undefined);
  return bytes === undefined ? [] : readAddressBook(bytes).entries;
}
