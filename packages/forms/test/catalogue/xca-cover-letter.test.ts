import { describe, expect, it } from 'vitest';
import { coverLetter } from '../../src/catalogue/xca-cover-letter/cover-letter.ts';
import { xcaCoverLetter } from '../../src/catalogue/xca-cover-letter/form.ts';
import { checkForm } from '../../src/define/check.ts';
import { kaohsiung } from '../../src/facts/councils/kaohsiung.ts';
import { coverLetterSample } from '../support/samples.ts';

const asOf = '2019-11-12';
const serial = (tail: string) => `04001000000000000000${tail}`;
const letterOf = (cards: object) => {
  const { value } = checkForm(xcaCoverLetter, { ...coverLetterSample, cards }, { asOf });
  return coverLetter(value, { asOf, council: kaohsiung });
};
const codes = (cards: object) =>
  checkForm(xcaCoverLetter, { ...coverLetterSample, cards }, { asOf }).issues.map(({ code }) => code);

describe('xca-cover-letter (H1–H17)', () => {
  it('makes the letter of the briefing', () => {
    const { value } = checkForm(xcaCoverLetter, coverLetterSample, { asOf });
    expect(coverLetter(value, { asOf, council: kaohsiung })).toMatchObject({
      kind: 'letter',
      subtype: '函',
      issuers: [{ type: 'organisation', name: '高雄市議員○○○服務處' }],
      address: '830高雄市鳳山區範例路1段1號1樓',
      contactLines: ['承辦人：王小明', '電話：07-7470171', '傳真：07-7109000', '電子信箱：123@123.tw'],
      addressee: { type: 'organisation', name: '高雄市議會' },
      issueDate: '2019-11-12',
      documentNumbers: [{ prefix: '○○議員', serial: '0000000001' }],
      attachmentText: '憑證申請書',
      subject:
        '為利辦理（公文電子交換）作業相關事宜，擬申請組織及團體憑證（憑證種類、數量和案件流水號如下），隨文檢送申請書共1份，請查照。',
      sections: [{ name: '說明', text: '擬申請正卡1張，案件流水號為53421號（後五碼）。', items: [] }],
      recipients: [{ type: 'organisation', name: '高雄市議會' }],
      copies: [],
    });
  });

  it('H14, H15: counts and last five digits follow the serials', () => {
    const letter = letterOf({ primary: [serial('53421')], secondary: [serial('00002'), serial('00003')] });
    expect(letter.subject).toContain('申請書共3份');
    expect(letter.sections[0]?.items.map(({ text }) => text)).toEqual([
      '擬申請正卡1張，案件流水號為53421號（後五碼）。',
      '擬申請附卡2張，案件流水號為00002號、案件流水號為00003號（後五碼）。',
    ]);
  });

  it('H13: the use stands in the subject', () => {
    expect(letterOf({ purpose: '勞健保線上作業', primary: [serial('53421')] }).subject).toContain(
      '（勞健保線上作業）',
    );
  });

  it('H9: an ordinary letter carries no classification; H8: the speed is printed when chosen', () => {
    expect(letterOf({ primary: [serial('53421')] })).not.toHaveProperty('classification');
    const { value } = checkForm(
      xcaCoverLetter,
      { ...coverLetterSample, heading: { ...coverLetterSample.heading, urgency: '速件' } },
      { asOf },
    );
    expect(coverLetter(value, { asOf, council: kaohsiung }).urgency).toBe('速件');
  });

  it('R6, R9, R38: no card, the same serial twice, two primary cards, equal last digits', () => {
    expect(codes({})).toContain('CARDS_NONE');
    expect(codes({ secondary: [serial('00002'), serial('00002')] })).toContain('CASE_NUMBER_TWICE');
    expect(codes({ primary: [serial('00001'), serial('00002')] })).toContain('TOO_MANY');
    expect(codes({ secondary: [serial('00002'), '1400100000000000000000002'] })).toContain('LAST_FIVE_SAME');
  });

  it('H10, H11: a number of another year is pointed out, a number of no year is not', () => {
    const heading = { issueDate: '2019-11-12', number: '高議服字第1080000001號' };
    const at = (change: object) =>
      checkForm(
        xcaCoverLetter,
        { ...coverLetterSample, heading: { ...heading, ...change } },
        { asOf },
      ).issues.map(({ code }) => code);
    expect(at({})).not.toContain('LETTER_NUMBER_YEAR');
    expect(at({ issueDate: '2020-01-02' })).toContain('LETTER_NUMBER_YEAR');
  });

  it('a serial in groups is brought to 25 digits in the list', () => {
    const { value } = checkForm(
      xcaCoverLetter,
      { ...coverLetterSample, cards: { primary: ['04001-00000-00000-00000-53421'] } },
      { asOf },
    );
    expect(value.cards.primary).toEqual([serial('53421')]);
  });
});
