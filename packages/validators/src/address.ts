import { type AddressParts, districtAt, parseAddress } from './address-parts.ts';
import { type CharactersCode, charactersMessages, inspectCharacters } from './characters.ts';
import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { findCounty, findDistrict, withOfficialTai } from './district.ts';
import {
  type PostalCodeCode,
  parsePostalCode,
  postalCodeMessages,
  postalCodeMismatch,
} from './postal-code.ts';

export type AddressCode = CharactersCode | PostalCodeCode | keyof typeof addressMessages;

export const addressMessages = {
  ADDRESS_COUNTY: '看不出縣市；地址應如「高雄市鳳山區國泰路二段156號」。',
  ADDRESS_FORMER_COUNTY: '「{former}」已改制為{county}。',
  ADDRESS_DISTRICT: '{county}之後看不出鄉鎮市區，請補上或核對。',
  ADDRESS_DISTRICT_MEANT: '鄉鎮市區是否為「{place}」？請核對。',
  ADDRESS_REPEATED: '縣市、鄉鎮市區不要重複填寫（「{repeated}」重複）。',
  ADDRESS_REST: '缺少路（街）名與門牌號碼。',
} as const;

export interface AddressOptions extends CheckOptions {
  /** 縣市 chosen in a field of its own; the text is then only the rest of the address. */
  readonly county?: string;
  /** 鄉鎮市區 chosen in a field of its own. */
  readonly district?: string;
  /** 郵遞區號 given in a field of its own. */
  readonly postalCode?: string;
}

/** Trimmed, letters and digits half width; all other characters are the user's. */
function tidyAddress(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .replace(/\u3000/g, ' ')
    .trim();
}

/** Checks a postal address (地址): county, district, no repetition, postal code; doubts are warnings. */
export function checkAddress(value: string, options: AddressOptions = {}): CheckResult<AddressCode> {
  const messages = { ...charactersMessages, ...postalCodeMessages, ...addressMessages };
  const report = openReport(messages, options, '中華郵政; 申請書填寫說明');
  const text = report.read(value, tidyAddress);
  if (text === undefined) return report.done();
  const { county, formerCounty, district, suggestion, rest, postalCode } = readParts(text, options);
  if (formerCounty && county) {
    report.add('warning', 'ADDRESS_FORMER_COUNTY', { former: formerCounty, county });
  }
  if (suggestion)
    report.add('warning', 'ADDRESS_DISTRICT_MEANT', { place: suggestion.county + suggestion.district });
  else if (!county) report.add('warning', 'ADDRESS_COUNTY');
  else if (!district) report.add('warning', 'ADDRESS_DISTRICT', { county });
  if (county && district) {
    const repeated = repetition(rest, county, district);
    if (repeated)
      report.add(
        'warning',
        'ADDRESS_REPEATED',
        { repeated },
        text.replace(rest, rest.slice(repeated.length)),
      );
    else if (!rest) report.add('warning', 'ADDRESS_REST');
  }
  if (postalCode) {
    const zip3 = postalCode.slice(0, 3);
    const mismatch = postalCodeMismatch(zip3, county, district);
    if (!parsePostalCode(postalCode)) report.add('warning', 'POSTAL_CODE_UNKNOWN', { zip3 });
    else if (mismatch) report.add('warning', ...mismatch);
  }
  inspectCharacters(report, text, false);
  return report.done(text);
}

/** True when the text, as it stands, is an address without an error (doubts are warnings). */
export function isAddress(value: string, options: AddressOptions = {}): boolean {
  return checkAddress(value, { mode: 'strict', ...options }).ok;
}

function readParts(text: string, options: AddressOptions): AddressParts {
  const own = options.postalCode ? { postalCode: options.postalCode } : {};
  if (options.county === undefined) return { ...parseAddress(text), ...own };
  const county = findCounty(options.county);
  const district = county && findDistrict(county, options.district ?? '');
  return { ...own, ...(county && { county }), ...(district && { district: district.district }), rest: text };
}

/** What of county and district the rest says again. */
function repetition(rest: string, county: string, district: string): string | undefined {
  const official = withOfficialTai(rest);
  const again = official.startsWith(county) ? 3 : 0;
  const length = again + (districtAt(county, rest.slice(again))?.district === district ? district.length : 0);
  return length ? rest.slice(0, length) : undefined;
}
