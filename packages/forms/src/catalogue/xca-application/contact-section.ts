import { z } from 'zod';
import { optional, required } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { address, addressCheck } from '../../fields/address.ts';
import { email, emailCheck, phone, phoneCheck } from '../../fields/contact.ts';
import { personNameCheck, remarkCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

/** 憑證聯絡人資料 (step 3b, W13–W18). */
export const contact = section({
  title: '憑證聯絡人資料',
  intro: '憑證聯絡人須為組織內的人員；卡片掛號寄到通訊地址。',
  fields: {
    name: required({
      label: '姓名',
      schema: line(30),
      check: personNameCheck,
      autocomplete: 'name',
      example: '王小明',
      hint: '憑證聯絡人須屬於本組織。',
      personal: true,
      profile: 'contact.name',
      sources: ['W13', 'E11', 'R16'],
    }),
    purpose: required({
      label: '憑證用途',
      schema: line(40),
      check: remarkCheck,
      initial: '電子公文交換',
      example: '電子公文交換',
      hint: '例如：電子公文交換。',
      sources: ['W14', 'E12'],
    }),
    email: required({
      label: '電子郵件信箱',
      schema: email,
      check: emailCheck,
      widget: 'email',
      inputMode: 'email',
      autocomplete: 'email',
      example: '123@132.tw',
      hint: '繳費通知、電子發票與審核進度寄到這裡。',
      personal: true,
      profile: 'contact.email',
      sources: ['W15', 'E13'],
    }),
    sameAddress: optional({
      label: '通訊地址同上方所填地址',
      schema: z.boolean(),
      widget: 'checkbox',
      sources: ['W16'],
    }),
    address: optional({
      label: '通訊地址(卡片寄送地址)',
      schema: address,
      check: addressCheck,
      widget: 'address',
      example: { postalCode: '83074', county: '高雄市', district: '鳳山區', street: '測試' },
      hint: '縣市與鄉鎮市區請勿在後面的地址重覆填寫。',
      unlessTicked: '/contact/sameAddress',
      personal: true,
      profile: 'contact.address',
      sources: ['W16', 'E14', 'R13'],
    }),
    phone: required({
      label: '電話',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      autocomplete: 'tel',
      example: '077470171',
      personal: true,
      profile: 'contact.phone',
      sources: ['W17', 'E15'],
    }),
    fax: optional({
      label: '傳真',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      personal: true,
      profile: 'contact.fax',
      sources: ['W18', 'E16'],
    }),
  },
});
