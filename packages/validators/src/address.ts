import { type AddressParts, parseAddress } from './address-parts.ts';
import { type CharactersCode, charactersRules, doubtful } from './characters.ts';
import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { districtAt, findCounty, findDistrict, withOfficialTai } from './district.ts';
import { halfWidthAlphanumerics } from './half-width.ts';
import { districtRules } from './postal-code.ts';

export interface AddressOptions extends CheckOptions {
  /** 縣市 chosen in a field of its own; the text is then only the rest of the address. */
  readonly county?: string;
  /** 鄉鎮市區 chosen in a field of its own. */
  readonly district?: string;
  /** 郵遞區號 given in a field of its own. */
  readonly postalCode?: string;
}

/** What the rules look at. */
interface AddressSubject extends AddressParts {
  readonly text: string;
  readonly zip3: string;
  /** What of county and district the rest says again. */
  readonly repeated: string;
}

export const addressRules = [
  [
    'ADDRESS_FORMER_COUNTY',
    '{former}已改為{county}。',
    ({ formerCounty: former, county }) => former && county && { former, county },
    'warning',
  ],
  [
    'ADDRESS_DISTRICT_MEANT',
    '鄉鎮市區應為「{place}」，請核對。',
    ({ suggestion }) => suggestion && { place: suggestion.county + suggestion.district },
    'warning',
  ],
  [
    'ADDRESS_COUNTY',
    '地址看不出縣市，請核對。',
    ({ county, suggestion }) => !county && !suggestion,
    'warning',
  ],
  [
    'ADDRESS_DISTRICT',
    '地址看不出鄉鎮市區，請核對。',
    ({ county, found, suggestion }) => county && !found && !suggestion,
    'warning',
  ],
  ['ADDRESS_REPEATED', '「{repeated}」請勿重複填寫。', ({ repeated }) => repeated && { repeated }, 'warning'],
  ['ADDRESS_REST', '地址缺少路名與門牌號碼。', ({ found, rest }) => found && !rest, 'warning'],
] as const satisfies readonly Rule<AddressSubject, AddressOptions>[];

export type AddressCode = CharactersCode | CodeOf<typeof addressRules> | CodeOf<typeof districtRules>;

/**
 * Checks a postal address (地址): county, district, no repetition, postal code; doubts are warnings.
 *
 * Letters and digits become half width; all other characters, 臺 or 台 too, stay the user's.
 */
export function checkAddress(value: string, options: AddressOptions = {}): CheckResult<AddressCode> {
  const rules = [...addressRules, ...districtRules, ...charactersRules];
  return runCheck<AddressCode, AddressOptions, AddressSubject>(
    rules,
    value,
    options,
    halfWidthAlphanumerics,
    readAddress,
    true,
  );
}

/** True when the text, as it stands, is an address without an error (doubts are warnings). */
export function isAddress(value: string, options: AddressOptions = {}): boolean {
  return checkAddress(value, { mode: 'strict', ...options }).ok;
}

function readAddress(text: string, { county: name, district, postalCode }: AddressOptions): AddressSubject {
  const county = name && findCounty(name);
  const parts = name ? { county, found: findDistrict(county, district), rest: text } : parseAddress(text);
  const { found, rest } = parts;
  const official = withOfficialTai(rest);
  const again = found && official.startsWith(found.county) ? 3 : 0;
  const repeats = found && districtAt(found.county, official.slice(again)) === found;
  return {
    ...parts,
    text: doubtful(text),
    zip3: (postalCode ?? parts.postalCode ?? '').slice(0, 3),
    repeated: rest.slice(0, again + (repeats ? found.district.length : 0)),
  };
}
