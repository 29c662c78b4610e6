import { z } from 'zod';
import { optional, required } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { address, addressCheck } from '../../fields/address.ts';
import { email, emailCheck, phone, phoneCheck } from '../../fields/contact.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { documentNumberCheck } from '../../fields/document-number.ts';
import { caseNumbers, caseNumbersCheck } from '../../fields/identifier.ts';
import { organisationNameCheck, personNameCheck, remarkCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

/** Most 附卡 that one letter lists. */
const MOST_SECONDARY = 20;

/** Sender block of a letter: shared by the cover letter and the forwarding letter. */
export const sender = section({
  title: '發文單位',
  intro: '函上的發文機關與聯絡方式。',
  fields: {
    name: required({
      label: '發文機關',
      schema: line(80),
      check: organisationNameCheck,
      autocomplete: 'organization',
      example: '高雄市議員○○○服務處',
      profile: 'office.name',
      sources: ['H1'],
    }),
    address: required({
      label: '機關地址',
      schema: address,
      check: addressCheck,
      widget: 'address',
      autocomplete: 'street-address',
      example: { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1段1號1樓' },
      profile: 'office.address',
      sources: ['H2', 'C8'],
    }),
    drafter: required({
      label: '承辦人',
      schema: line(30),
      check: personNameCheck,
      autocomplete: 'name',
      example: '王小明',
      personal: true,
      profile: 'contact.name',
      sources: ['H3'],
    }),
    phone: required({
      label: '電話',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      autocomplete: 'tel',
      example: '07-7470171',
      profile: 'office.phone',
      sources: ['H4'],
    }),
    fax: optional({
      label: '傳真',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      example: '07-7109000',
      profile: 'office.fax',
      sources: ['H5'],
    }),
    email: optional({
      label: '電子信箱',
      schema: email,
      check: emailCheck,
      widget: 'email',
      inputMode: 'email',
      autocomplete: 'email',
      example: '123@123.tw',
      personal: true,
      profile: 'contact.email',
      sources: ['H6'],
    }),
    signature: optional({
      label: '署名',
      schema: line(40),
      check: personNameCheck,
      hint: '職銜與姓名，例如：議員　○○○；印出後蓋職章或簽字章。',
      profile: 'office.signature',
      sources: [],
    }),
  },
});

/** Date, number and speed of a letter. */
export const heading = section({
  title: '文號與日期',
  fields: {
    issueDate: required({
      label: '發文日期',
      schema: isoDate,
      check: dateCheck,
      widget: 'roc-date',
      example: '2019-11-12',
      sources: ['H10'],
    }),
    number: required({
      label: '發文字號',
      schema: line(40),
      check: documentNumberCheck,
      example: '○○議員字第0000000001號',
      hint: '例如：○○議員字第1150000001號。',
      sources: ['H11', 'C11'],
    }),
    urgency: optional({
      label: '速別',
      schema: z.enum(['普通件', '速件', '最速件']),
      widget: 'radio',
      choices: ['普通件', '速件', '最速件'].map((value) => ({ value, label: value })),
      sources: ['H8'],
    }),
  },
});

const cards = section({
  title: '憑證種類與案件流水號',
  intro: '一件申請一張卡、一個案件流水號；函內只寫後五碼。',
  fields: {
    purpose: required({
      label: '用途',
      schema: line(40),
      check: remarkCheck,
      initial: '公文電子交換',
      example: '公文電子交換',
      hint: '說明應用範圍，如公文電子交換、勞健保線上作業。',
      sources: ['H13', 'R38'],
    }),
    primary: optional({
      label: '正卡案件流水號',
      schema: caseNumbers(1),
      check: caseNumbersCheck,
      widget: 'case-numbers',
      inputMode: 'numeric',
      example: ['0400100000000000000053421'],
      hint: '正卡只有一張。',
      sources: ['H14', 'R9'],
    }),
    secondary: optional({
      label: '附卡案件流水號',
      schema: caseNumbers(MOST_SECONDARY),
      check: caseNumbersCheck,
      widget: 'case-numbers',
      inputMode: 'numeric',
      hint: '每張附卡一個流水號，一行一個。',
      sources: ['H15', 'R9'],
    }),
  },
});

export const coverLetterSections = { sender, heading, cards };
export type CoverLetterSections = typeof coverLetterSections;
