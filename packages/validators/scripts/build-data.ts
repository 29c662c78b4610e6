/**
 * Rebuilds and checks the tables of `src/data/`:
 *
 *   node --import tsx packages/validators/scripts/build-data.ts districts LIST EDITION VERIFIED-ON
 *   node --import tsx packages/validators/scripts/build-data.ts cp950 VERIFIED-ON
 *
 * LIST is a UTF-8 file with the three-digit codes as 中華郵政 publishes them. A table with a fault is not written.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { renderCp950Table } from './cp950-table.ts';
import { findTableFaults, readOfficialList, renderDistrictTable } from './district-table.ts';

const dataFile = (name: string): URL => new URL(`../src/data/${name}.ts`, import.meta.url);

function main([table, ...args]: readonly string[]): void {
  if (table === 'districts' && args.length === 3) {
    const [file = '', edition = '', verifiedOn = ''] = args;
    const rows = readOfficialList(readFileSync(file, 'utf8'));
    const faults = findTableFaults(rows);
    if (faults.length) throw new Error(`table not written:\n${faults.join('\n')}`);
    const text = renderDistrictTable(rows, { source: '中華郵政 3 碼郵遞區號', edition, verifiedOn });
    writeFileSync(dataFile('districts'), text);
  } else if (table === 'cp950' && args.length === 1) {
    writeFileSync(dataFile('cp950'), renderCp950Table(args[0] ?? ''));
  } else {
    throw new Error('usage: build-data.ts districts LIST EDITION VERIFIED-ON | cp950 VERIFIED-ON');
  }
}

main(process.argv.slice(2));
