import { describe, expect, it } from 'vitest';
import {
  checkOrganisationName,
  checkPersonName,
  isOrganisationName,
  isPersonName,
} from '../src/person-name.ts';
import { testVectors } from './support/vector.ts';

describe('names of persons', () => {
  testVectors(checkPersonName, [
    ['王小明', 'ok'],
    ['Mei-hua Lin', 'ok'],
    ['瓦歷斯‧諾幹', 'ok'],
    ['瓦歷斯·諾幹', 'ok'],
    ['陳堃', 'info', ['CHARACTER_NOT_BIG5']],
    ['𠮷田', 'info', ['CHARACTER_NOT_BIG5']],
    ['瓦歷斯・諾幹', 'info', ['CHARACTER_LOOK_ALIKE', 'CHARACTER_NOT_BIG5']],
    ['王ㄧ明', 'info', ['CHARACTER_LOOK_ALIKE']],
    ['王─明', 'info', ['CHARACTER_LOOK_ALIKE']],
    ['王—明', 'info', ['CHARACTER_LOOK_ALIKE']],
    ['　王小明', 'info', ['NORMALISED'], '王小明'],
    ['王○明', 'warning', ['NAME_PLACEHOLDER']],
    ['OOO', 'warning', ['NAME_PLACEHOLDER']],
    ['王小明3', 'warning', ['NAME_UNUSUAL']],
    ['王\ue000明', 'error', ['CHARACTER_PRIVATE']],
    ['王\n小明', 'error', ['CHARACTER_BROKEN']],
    ['\u2f00二三', 'error', ['CHARACTER_RADICAL']],
  ]);
  it('count an astral character once', () => {
    expect(checkPersonName('𠮷').issues[0]?.params?.chars).toBe('𠮷');
    expect(isPersonName('王小明')).toBe(true);
    expect(isPersonName('王小明 ')).toBe(false);
  });
});

describe('names of organisations', () => {
  testVectors(checkOrganisationName, [
    ['高雄市議會', 'ok'],
    ['高雄市議會 ', 'info', ['NORMALISED'], '高雄市議會'],
    ['陳堃基金會', 'info', ['CHARACTER_NOT_BIG5']],
  ]);
  it('keep their full-width signs', () => {
    expect(checkOrganisationName('協會（臺北）Ａ１')).toMatchObject({
      level: 'ok',
      value: '協會（臺北）Ａ１',
    });
    expect(isOrganisationName('高雄市議會')).toBe(true);
  });
  it('are no samples', () => {
    const { issues } = checkOrganisationName('高雄市議員OOO服務處');
    expect(issues[0]).toMatchObject({
      code: 'NAME_PLACEHOLDER',
      severity: 'warning',
      params: { chars: 'OOO' },
    });
    expect(checkOrganisationName('高雄市議員○○○服務處').level).toBe('warning');
  });
});
