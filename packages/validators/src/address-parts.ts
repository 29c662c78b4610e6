import { formerCounties, misspeltDistricts } from './data/former-counties.ts';
import { type District, districts, findCounty, findDistrict, withOfficialTai } from './district.ts';

/** A postal address (地址) taken apart; county and district in official spelling, the rest as it was given. */
export interface AddressParts {
  readonly postalCode?: string;
  readonly county?: string;
  /** The present name, when the text has one that ended with a merger (臺北縣 → 新北市). */
  readonly formerCounty?: string;
  readonly district?: string;
  readonly zip3?: string;
  /** A district that may be meant where the text names none. */
  readonly suggestion?: District;
  /** Village, road, number, floor. */
  readonly rest: string;
}

const ROAD_FOLLOWS = /^[路街道大巷段弄里村]/;

/** Reads an address from its postal code, when it has one, down to the rest; never fails, leaves out what is not there. */
export function parseAddress(text: string): AddressParts {
  const [head, postalCode] = /^\s*(?:(\d{5,6}|\d{3})(?!\d))?\s*/.exec(text) ?? [''];
  let rest = text.slice(head.length);
  const start = withOfficialTai(rest.slice(0, 3));
  const formerCounty = formerCounties[start] ? start : undefined;
  const county = findCounty(formerCounties[start] ?? start);
  if (county) rest = rest.slice(3).trimStart();
  const district = county ? districtAt(county, rest) : undefined;
  const suggestion = district ? undefined : suggestDistrict(county, rest);
  if (district) rest = rest.slice(district.district.length).trimStart();
  return {
    ...(postalCode && { postalCode }),
    ...(county && { county }),
    ...(formerCounty && { formerCounty }),
    ...(district && { district: district.district, zip3: district.zip3 }),
    ...(suggestion && { suggestion }),
    rest: rest.trim(),
  };
}

/** The district whose name stands at the beginning of a text; names have two to four characters. */
export function districtAt(county: string, text: string): District | undefined {
  for (let length = 4; length > 1; length--) {
    const found = findDistrict(county, text.slice(0, length));
    if (found) return found;
  }
  return undefined;
}

/** A misspelt name, one whose 鄉鎮市區 changed or is left out, or a name that only one county has. */
function suggestDistrict(county: string | undefined, text: string): District | undefined {
  if (!county) {
    const found = [...districts.keys()].flatMap((name) => districtAt(name, text) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }
  const right = misspeltDistricts[text.slice(0, 3)];
  if (right) return findDistrict(county, right);
  const official = withOfficialTai(text);
  return [...(districts.get(county)?.values() ?? [])].find(({ district }) => {
    const stem = district.slice(0, -1);
    return stem.length > 1 && official.startsWith(stem) && !ROAD_FOLLOWS.test(official.slice(stem.length));
  });
}
