import { describe, expect, it } from 'vitest';
import { checkAddress, isAddress } from '../src/address.ts';
import { parseAddress } from '../src/address-parts.ts';
import { testVectors } from './support/vector.ts';

describe('addresses', () => {
  testVectors(checkAddress, [
    ['100206 臺北市中正區博愛路131號', 'ok'],
    ['802721 高雄市苓雅區四維三路2號', 'ok'],
    ['407610 臺中市西屯區臺灣大道三段99號', 'ok'],
    ['220242 新北市板橋區中山路一段161號', 'ok'],
    ['830039 高雄市鳳山區國泰路二段156號', 'ok'],
    ['83074 高雄市鳳山區測試', 'ok'],
    ['210 連江縣北竿鄉塘岐村1號', 'ok'],
    ['台北市中正區博愛路131號', 'ok'],
    ['台中市西屯區台灣大道三段99號', 'ok'],
    ['高雄市鳳山區國泰路二段１５６號', 'info', ['NORMALISED'], '高雄市鳳山區國泰路二段156號'],
    ['231 新北市石碇區二格路1號', 'warning', ['POSTAL_CODE_CROSS_BORDER']],
    ['830 高雄市苓雅區四維三路2號', 'warning', ['POSTAL_CODE_DISTRICT']],
    ['999 高雄市苓雅區四維三路2號', 'warning', ['POSTAL_CODE_DISTRICT']],
    ['高雄市鳳山區', 'warning', ['ADDRESS_REST']],
    ['臺北市中正路1號', 'warning', ['ADDRESS_DISTRICT']],
    ['國泰路二段156號', 'warning', ['ADDRESS_COUNTY']],
    ['高雄市鳳山區鳳山區國泰路1號', 'warning', ['ADDRESS_REPEATED']],
    ['高雄市鳳山區高雄市鳳山區國泰路1號', 'warning', ['ADDRESS_REPEATED']],
    ['台中市西屯區臺中市西屯區文心路1號', 'warning', ['ADDRESS_REPEATED']],
    ['高雄市鳳山區\ue000路1號', 'error', ['CHARACTER_PRIVATE']],
    ['', 'error', ['EMPTY']],
  ]);
});

describe('names that are not the present ones', () => {
  it.each([
    ['屏東縣坎頂鄉中正路1號', '屏東縣崁頂鄉'],
    ['新竹縣峨嵋鄉中正路1號', '新竹縣峨眉鄉'],
    ['嘉義縣阿里山樂野村1號', '嘉義縣阿里山鄉'],
    ['彰化縣員林鎮中山路1號', '彰化縣員林市'],
    ['苗栗縣頭份鎮中華路1號', '苗栗縣頭份市'],
    ['雲林縣台西中山路1號', '雲林縣臺西鄉'],
    ['鳳山區國泰路1號', '高雄市鳳山區'],
  ])('%s: %s is meant', (text, place) => {
    const { ok, issues } = checkAddress(text);
    expect(ok).toBe(true);
    expect(issues[0]).toMatchObject({ code: 'ADDRESS_DISTRICT_MEANT', params: { place } });
  });
  it('says what a county has become', () => {
    const { issues } = checkAddress('台北縣板橋市中山路一段161號');
    expect(issues.map(({ code, params }) => [code, params?.county ?? params?.place])).toEqual([
      ['ADDRESS_FORMER_COUNTY', '新北市'],
      ['ADDRESS_DISTRICT_MEANT', '新北市板橋區'],
    ]);
  });
  it('suggests nothing when several counties have the district', () => {
    expect(checkAddress('東區中正路1號').issues[0]?.code).toBe('ADDRESS_COUNTY');
  });
});

describe('the rest beside fields of county and district', () => {
  const fields = { county: '高雄市', district: '鳳山區' } as const;
  it('must not say them again', () => {
    expect(checkAddress('國泰路二段156號', fields).level).toBe('ok');
    const { issues } = checkAddress('高雄市鳳山區國泰路二段156號', fields);
    expect(issues[0]).toMatchObject({ code: 'ADDRESS_REPEATED', params: { repeated: '高雄市鳳山區' } });
  });
  it('goes with a postal code field', () => {
    expect(checkAddress('國泰路二段156號', { ...fields, postalCode: '830' }).level).toBe('ok');
    expect(checkAddress('國泰路二段156號', { ...fields, postalCode: '800' }).level).toBe('warning');
  });
});

describe('parseAddress', () => {
  it('gives county and district in official spelling and the rest as it stands', () => {
    expect(parseAddress('830 高雄市 鳳山區 國泰路二段156號')).toEqual({
      postalCode: '830',
      county: '高雄市',
      found: { county: '高雄市', district: '鳳山區', zip3: '830' },
      rest: '國泰路二段156號',
    });
    expect(parseAddress('台東縣太麻里鄉台9線')).toMatchObject({ county: '臺東縣', rest: '台9線' });
    expect(isAddress('台東縣太麻里鄉台9線')).toBe(true);
  });
});
