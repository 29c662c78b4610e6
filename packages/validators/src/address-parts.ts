import { formerCounties, misspeltDistricts } from './data/former-counties.ts';
import { type District, districtAt, districts, withOfficialTai } from './district.ts';

/** A postal address (地址) taken apart; county and district in official spelling, the rest as it was given. */
export interface AddressParts {
  readonly postalCode?: string | undefined;
  readonly county?: string | undefined;
  /** The name in the text, when it ended with a merger (臺北縣, now 新北市). */
  readonly formerCounty?: string | undefined;
  /** The district named in the text. */
  readonly found?: District | undefined;
  /** A district that may be meant where the text names none. */
  readonly suggestion?: District | undefined;
  /** Village, road, number, floor. */
  readonly rest: string;
}

/** Reads an address from its postal code, when it has one, down to the rest; never fails, leaves out what is not there. */
export function parseAddress(text: string): AddressParts {
  const [head, postalCode] = /^\s*(?:(\d{5,6}|\d{3})(?!\d))?\s*/.exec(text) ?? [''];
  let left = withOfficialTai(text.slice(head.length));
  const name = left.slice(0, 3);
  const now = formerCounties[name];
  const county = now ?? (districts.has(name) ? name : undefined);
  if (county) left = left.slice(3).trimStart();
  const found = county ? districtAt(county, left) : undefined;
  const suggestion = found ?? suggestDistrict(county, left);
  left = left.slice(found?.district.length).trimStart();
  return {
    ...(postalCode && { postalCode }),
    ...(county && { county }),
    ...(now && { formerCounty: name }),
    ...(found ? { found } : suggestion && { suggestion }),
    // The same place in the user's own characters.
    rest: text.slice(text.length - left.length).trimEnd(),
  };
}

/** A misspelt name, one whose 鄉鎮市區 changed or is left out, or a name that only one county has. */
function suggestDistrict(county: string | undefined, text: string): District | undefined {
  if (!county) {
    const found = [...districts.keys()].flatMap((name) => districtAt(name, text) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }
  const official = misspeltDistricts[text.slice(0, 3)] ?? text;
  return [...(districts.get(county)?.values() ?? [])].find(({ district }) => {
    const stem = district.slice(0, -1);
    // A road may have the name of a district (中正路): no suggestion then.
    return (
      stem.length > 1 && official.startsWith(stem) && !/^[路街道大巷里村]/.test(official.slice(stem.length))
    );
  });
}
