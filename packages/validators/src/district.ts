import { districtTable } from './data/districts.ts';

/** A 鄉鎮市區 with its county and its own three-digit postal code. */
export interface District {
  /** 縣市, written with 臺. */
  readonly county: string;
  readonly district: string;
  readonly zip3: string;
}

/** Counties with their districts, keyed by name, never by postal code: 300 and 600 belong to several districts. */
export type DistrictMap = ReadonlyMap<string, ReadonlyMap<string, District>>;

/** All 368 districts; every name is written with 臺. */
export const districts: DistrictMap = /* @__PURE__ */ new Map(
  /* @__PURE__ */ Object.entries(districtTable).map(([county, list]) => [
    county,
    new Map(
      list.split(' ').map((entry) => {
        const district = entry.slice(3);
        return [district, { county, district, zip3: entry.slice(0, 3) }];
      }),
    ),
  ]),
);

/** 台 as 臺: for comparison only, the user's own characters are kept. */
export const withOfficialTai = (text: string): string => text.replace(/台/g, '臺');

/** The official county name for one written with 臺 or 台; undefined when there is no such county. */
export function findCounty(name: string): string | undefined {
  const official = withOfficialTai(name);
  return districts.has(official) ? official : undefined;
}

/** The district of a county; undefined when that county has none of this name. */
export function findDistrict(county = '', name = ''): District | undefined {
  return districts.get(withOfficialTai(county))?.get(withOfficialTai(name));
}

/** The district of a county at the beginning of a text, all in official spelling; names have two to four characters. */
export function districtAt(county: string, text: string): District | undefined {
  const names = districts.get(county);
  return names?.get(text.slice(0, 3)) ?? names?.get(text.slice(0, 2)) ?? names?.get(text.slice(0, 4));
}

/** Every district with this three-digit postal code as its own. */
export function districtsOf(zip3: string): readonly District[] {
  return [...districts.values()].flatMap((county) => [...county.values()].filter((row) => row.zip3 === zip3));
}
