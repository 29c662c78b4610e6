import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  DISTRICT_COUNT,
  findTableFaults,
  readOfficialList,
  renderDistrictTable,
} from '../../scripts/district-table.ts';
import { crossBorder, specialPostalCodes } from '../../src/data/postal-exceptions.ts';
import { type District, districts, findCounty, findDistrict } from '../../src/district.ts';

const rows: District[] = [...districts.values()].flatMap((county) => [...county.values()]);
const shipped = readFileSync(new URL('../../src/data/districts.ts', import.meta.url), 'utf8');

/** The formatter may set a string on its own line. */
const onOneLine = (text: string): string => text.replace(/:\s+'/g, ": '");

describe('the table of districts', () => {
  it(`has ${DISTRICT_COUNT} rows in 22 counties without a fault`, () => {
    expect(rows).toHaveLength(DISTRICT_COUNT);
    expect(districts.size).toBe(22);
    expect(findTableFaults(rows)).toEqual([]);
  });
  it('is rebuilt from a published list, whatever its separators', () => {
    const edition = { source: '中華郵政 3 碼郵遞區號', edition: '2026-03', verifiedOn: '2026-11-23' };
    const lists = [
      rows.map(({ zip3, county, district }) => `${zip3},${county},${district}`).join('\r\n'),
      rows.map(({ zip3, county, district }) => `"${county}${district}","${zip3}",121.5,25.03`).join('\n'),
      rows.map((row) => `<row><a>${row.county}${row.district}</a><b>${row.zip3}</b></row>`).join(''),
    ];
    for (const list of lists) {
      const text = `${list}\n290,宜蘭縣,釣魚臺\n817,高雄市,東沙群島`;
      expect(onOneLine(renderDistrictTable(readOfficialList(text), edition))).toBe(onOneLine(shipped));
    }
  });
  it('is not built from a list with a fault', () => {
    const [first, ...others] = rows;
    const without = (district: string, instead: string) =>
      rows.map((row) => (row.district === district ? { ...row, district: instead } : row));
    expect(findTableFaults(others)).toContain(`367 districts, expected ${DISTRICT_COUNT}`);
    expect(findTableFaults(first ? [...rows, first] : [])).toContain('臺北市中正區 stands twice');
    expect(findTableFaults(without('崁頂鄉', '坎頂鄉'))).toContain('坎頂鄉 should be 崁頂鄉');
    expect(findTableFaults(without('阿里山鄉', '阿里山'))).toContain('阿里山鄉 is missing');
    expect(findTableFaults(without('霧臺鄉', '霧台鄉'))).toContain('屏東縣霧台鄉: 台 for 臺');
  });
  it('says its source, edition and the day it was verified', () => {
    expect(shipped).toMatch(/Source: .+; edition: \d{4}-\d\d; verified on \d{4}-\d\d-\d\d\./);
  });
  it('is found with 臺 and 台', () => {
    expect(findCounty('台北市')).toBe('臺北市');
    expect(findDistrict('雲林縣', '台西鄉')?.zip3).toBe('636');
    expect(findDistrict('臺東縣', '臺東市')?.zip3).toBe('950');
    expect(findCounty('臺北縣')).toBeUndefined();
  });
});

describe('the exceptions', () => {
  it('name ten districts of the table and codes that are not their own', () => {
    expect(Object.keys(crossBorder)).toHaveLength(10);
    for (const [place, codes] of Object.entries(crossBorder)) {
      const own = findDistrict(place.slice(0, 3), place.slice(3));
      expect(own, place).toBeDefined();
      expect(codes).not.toContain(own?.zip3);
    }
  });
  it('have special codes outside the table', () => {
    expect(Object.keys(specialPostalCodes)).toEqual(['290', '817', '819']);
    for (const zip3 of Object.keys(specialPostalCodes))
      expect(rows.some((row) => row.zip3 === zip3)).toBe(false);
  });
});

const specification = new URL('../../../../../shared/spec/vectors-validators.md', import.meta.url);
const against = 'the table of the specification folder';
if (existsSync(specification)) {
  it(`agrees with ${against}`, () => {
    const text = readFileSync(specification, 'utf8');
    const listed = [...text.matchAll(/^\| (\S{2}[縣市]) \(\d+\) \| (.+?) \|$/gmu)].flatMap(
      ([, county, list = '']) =>
        [...list.matchAll(/(\d{3})(\S+)/g)].map(([, zip3, district]) => ({ county, district, zip3 })),
    );
    expect(listed).toHaveLength(DISTRICT_COUNT);
    for (const row of listed) expect(findDistrict(row.county, row.district)).toEqual(row);
  });
} else it.skip(`agrees with ${against}: ../shared is not here`);
