import type { District } from '../src/district.ts';

/** Number of 鄉鎮市區 of Taiwan. */
export const DISTRICT_COUNT = 368;

/** Places with a code of their own that are no districts. */
const NOT_DISTRICTS = /釣魚[臺台]|東沙|南沙/;
/** Spellings seen in other tables, with the official one. */
const MISSPELT: Readonly<Record<string, string>> = {
  坎頂鄉: '崁頂鄉',
  峨嵋鄉: '峨眉鄉',
  阿里山: '阿里山鄉',
  員林鎮: '員林市',
  頭份鎮: '頭份市',
};

/** What the table is built from, printed above it. */
export interface TableEdition {
  readonly source: string;
  readonly edition: string;
  readonly verifiedOn: string;
}

/**
 * Reads a published list of three-digit postal codes: any text whose lines hold a code, a county and a district, in
 * either order, with or without separators (the CSV and XML of 中華郵政 both do).
 */
export function readOfficialList(text: string): District[] {
  const rows: District[] = [];
  for (const line of text.split(/\r?\n|<\/row>/i)) {
    const zip3 = /(?<!\d)(\d{3})(?![\d.])/.exec(line)?.[1];
    const place = /([^\s,"<>\d]{2}[縣市])[\s,"]*([^\s,"<>\d]{1,3}[鄉鎮市區])/.exec(line);
    if (!zip3 || !place || NOT_DISTRICTS.test(line)) continue;
    const [, county = '', district = ''] = place;
    rows.push({ county: county.replace('台', '臺'), district: district.replace('台', '臺'), zip3 });
  }
  return rows;
}

/** What is wrong with a table; empty when it may be shipped. */
export function findTableFaults(rows: readonly District[]): string[] {
  const faults: string[] = [];
  if (rows.length !== DISTRICT_COUNT) faults.push(`${rows.length} districts, expected ${DISTRICT_COUNT}`);
  const keys = rows.map((row) => row.county + row.district);
  for (const [at, key] of keys.entries()) if (keys.indexOf(key) !== at) faults.push(`${key} stands twice`);
  for (const { county, district, zip3 } of rows) {
    if (!/^\d{3}$/.test(zip3)) faults.push(`${county}${district}: code ${zip3}`);
    if (!/^..[縣市]$/u.test(county) || !/[鄉鎮市區]$/.test(district))
      faults.push(`${county}${district}: form`);
    if (/台/.test(county + district)) faults.push(`${county}${district}: 台 for 臺`);
    const right = MISSPELT[district];
    if (right) faults.push(`${district} should be ${right}`);
  }
  for (const right of Object.values(MISSPELT)) {
    if (!rows.some((row) => row.district === right)) faults.push(`${right} is missing`);
  }
  return faults;
}

/** The source text of `src/data/districts.ts`. */
export function renderDistrictTable(
  rows: readonly District[],
  { source, edition, verifiedOn }: TableEdition,
): string {
  const counties = [...new Set(rows.map((row) => row.county))];
  const lines = counties.map((county) => {
    const list = rows.filter((row) => row.county === county).map((row) => row.zip3 + row.district);
    return `  ${county}:\n    '${list.join(' ')}',`;
  });
  return `/**
 * Three-digit postal code and name of each of the ${rows.length} districts (鄉鎮市區), by county.
 *
 * Source: ${source}; edition: ${edition}; verified on ${verifiedOn}. Written by scripts/build-data.ts.
 */
export const districtTable: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}
