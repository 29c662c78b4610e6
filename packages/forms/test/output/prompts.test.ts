import { describe, expect, it } from 'vitest';
import { xcaApplicationPrimary } from '../../src/catalogue/xca-application/form.ts';
import { xcaPayment } from '../../src/catalogue/xca-payment/form.ts';
import { checkForm } from '../../src/define/check.ts';
import type { Form } from '../../src/define/form.ts';
import {
  answerInterview,
  answerQuestion,
  type Interview,
  nextQuestion,
  questionsOf,
  resumeInterview,
  savableInterview,
  startInterview,
  stepBack,
} from '../../src/output/prompts/index.ts';

const asOf = '2019-10-07';
const ANSWERS: Readonly<Record<string, string>> = {
  '/application/agreedToTerms': '是',
  '/application/caseNumber': '04001-00000-00000-00000-80067',
  '/application/filledOn': '108年10月7日',
  '/application/uploaded': 'y',
  '/organisation/name': '測試',
  '/organisation/address/postalCode': '83074',
  '/organisation/address/county': '高雄市',
  '/organisation/address/district': '鳳山區',
  '/organisation/address/street': '測試',
  '/organisation/phone': '０７７４７０１７１',
  '/contact/name': '測試',
  '/contact/email': '123@132.tw',
  '/contact/sameAddress': '是',
  '/contact/phone': '077470171',
};

function answerAll(
  form: Form,
  interview: Interview,
  answers: Readonly<Record<string, string>>,
  most = 100,
): Interview {
  let state = interview;
  for (let count = 0; count < most; count += 1) {
    const question = nextQuestion(form, state);
    if (question === undefined) return state;
    state = answerInterview(form, state, question, answers[question.path] ?? '', { asOf }).interview;
  }
  return state;
}

describe('the interview', () => {
  it('asks the application once, in order, and ends with data that pass', () => {
    const done = answerAll(xcaApplicationPrimary, startInterview(xcaApplicationPrimary), ANSWERS);
    expect(nextQuestion(xcaApplicationPrimary, done)).toBeUndefined();
    const checked = checkForm(xcaApplicationPrimary, done.data, { asOf });
    expect(checked.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.value.application).toMatchObject({
      filledOn: '2019-10-07',
      uploaded: true,
      cardKind: '正卡',
    });
    expect(checked.value.application.caseNumber).toBe('0400100000000000000080067');
    expect(checked.value.organisation.phone).toBe('077470171');
    expect(checked.value.contact.purpose).toBe('電子公文交換');
  });

  it('does not ask for what a ticked box makes superfluous, nor for secrets', () => {
    const paths = questionsOf(xcaApplicationPrimary, { contact: { sameAddress: true } }).map(
      ({ path }) => path,
    );
    expect(paths.some((path) => path.startsWith('/contact/address'))).toBe(false);
    expect(paths).not.toContain('/organisation/userCode');
    const all = questionsOf(xcaApplicationPrimary, {}, { includeSecrets: true }).map(({ path }) => path);
    expect(all).toContain('/contact/address/street');
    expect(all).toContain('/organisation/userCode');
  });

  it('asks again what cannot stand, saying why', () => {
    const start = answerAll(xcaApplicationPrimary, startInterview(xcaApplicationPrimary), ANSWERS, 2);
    const question = nextQuestion(xcaApplicationPrimary, start);
    expect(question?.path).toBe('/application/caseNumber');
    if (question === undefined) return;
    const refused = answerInterview(xcaApplicationPrimary, start, question, '1234', { asOf });
    expect(refused.accepted).toBe(false);
    expect(refused.issues[0]?.message).toContain('4');
    expect(nextQuestion(xcaApplicationPrimary, refused.interview)?.path).toBe('/application/caseNumber');
  });

  it('asks again for a required answer that is empty', () => {
    const [name] = questionsOf(xcaApplicationPrimary, {}).filter(({ path }) => path === '/contact/name');
    if (name === undefined) throw new Error('no question');
    const empty = answerQuestion(xcaApplicationPrimary, {}, name, '  ', { asOf });
    expect(empty).toMatchObject({ accepted: false, draft: {} });
    expect(empty.issues.map(({ code }) => code)).toEqual(['REQUIRED']);
  });

  it('W16: insists on the mailing address when the box is not ticked', () => {
    const street = questionsOf(xcaApplicationPrimary, {}).find(
      ({ path }) => path === '/contact/address/street',
    );
    if (street === undefined) throw new Error('no question');
    expect(street.required).toBe(true);
    expect(answerQuestion(xcaApplicationPrimary, {}, street, '', { asOf }).accepted).toBe(false);
  });

  it('takes a choice by number, value or label, and a list in any separation', () => {
    const questions = questionsOf(xcaPayment, {});
    const method = questions.find(({ path }) => path === '/payment/method');
    const numbers = questions.find(({ path }) => path === '/cases/caseNumbers');
    if (method === undefined || numbers === undefined) throw new Error('no question');
    for (const text of ['2', 'ATM或臨櫃繳款']) {
      expect(answerQuestion(xcaPayment, {}, method, text, { asOf }).draft).toEqual({
        payment: { method: 'ATM或臨櫃繳款' },
      });
    }
    expect(answerQuestion(xcaPayment, {}, method, '9', { asOf })).toMatchObject({ accepted: false });
    const list = '04001-00000-00000-00000-80067、0400100000000000000080068';
    expect(answerQuestion(xcaPayment, {}, numbers, list, { asOf }).draft).toEqual({
      cases: { caseNumbers: ['0400100000000000000080067', '0400100000000000000080068'] },
    });
  });

  it('goes one question back', () => {
    const two = answerAll(xcaApplicationPrimary, startInterview(xcaApplicationPrimary), ANSWERS, 2);
    expect(nextQuestion(xcaApplicationPrimary, stepBack(two))?.path).toBe('/application/agreedToTerms');
  });

  it('is saved without contact data unless asked for, and resumed where it stopped', () => {
    const done = answerAll(xcaApplicationPrimary, startInterview(xcaApplicationPrimary), ANSWERS);
    const saved = JSON.parse(JSON.stringify(savableInterview(xcaApplicationPrimary, done)));
    expect(JSON.stringify(saved)).not.toContain('123@132.tw');
    expect(nextQuestion(xcaApplicationPrimary, resumeInterview(xcaApplicationPrimary, saved))?.path).toBe(
      '/contact/name',
    );
    const kept = savableInterview(xcaApplicationPrimary, done, { keepPersonal: true });
    expect(nextQuestion(xcaApplicationPrimary, resumeInterview(xcaApplicationPrimary, kept))).toBeUndefined();
  });

  it.each([
    ['text'],
    [{}],
    [{ schemaVersion: 1, form: 'xca-payment', edition: '108', data: {}, answered: [] }],
    [null],
  ])('is not resumed from %j', (saved) => {
    expect(() => resumeInterview(xcaApplicationPrimary, saved)).toThrow(
      expect.objectContaining({ code: 'SAVED_INTERVIEW_UNREADABLE' }),
    );
  });
});
