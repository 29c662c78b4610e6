import { optional, required } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { address, addressCheck } from '../../fields/address.ts';
import { phone, phoneCheck } from '../../fields/contact.ts';
import {
  agencyCode,
  schoolCodeCheck,
  uniformNumber,
  uniformNumberCheck,
  userCode,
  userCodeCheck,
} from '../../fields/identifier.ts';
import { organisationNameCheck, remarkCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

/** 組織及團體資料 (step 3a, W4–W12). */
export const organisation = section({
  title: '組織及團體資料',
  intro: '申請憑證的組織或團體；全名須與登記名稱一字不差。',
  fields: {
    name: required({
      label: '全名',
      schema: line(80),
      check: organisationNameCheck,
      autocomplete: 'organization',
      example: '高雄市議員○○○服務處',
      hint: '核發後不能變更；改名須廢止後重新繳費申請。',
      profile: 'office.name',
      sources: ['W4', 'E3'],
    }),
    uniformNumber: optional({
      label: '統一編號',
      schema: uniformNumber,
      check: uniformNumberCheck,
      widget: 'code',
      inputMode: 'numeric',
      example: '04595257',
      hint: '沒有統一編號者（如議員服務處）請留空。',
      profile: 'office.uniformNumber',
      sources: ['W5', 'E4', 'C4'],
    }),
    schoolCode: optional({
      label: '學校機關代碼',
      schema: agencyCode,
      check: schoolCodeCheck,
      widget: 'code',
      example: '379084100Y',
      hint: '只有學校要填，為 10 碼機關代碼，不是教育部 6 碼學校代碼。',
      profile: 'office.schoolCode',
      sources: ['W7', 'E5', 'C5'],
    }),
    address: required({
      label: '組織團體登記地址',
      schema: address,
      check: addressCheck,
      widget: 'address',
      autocomplete: 'street-address',
      example: { postalCode: '83074', county: '高雄市', district: '鳳山區', street: '測試' },
      hint: '縣市與鄉鎮市區請勿在後面的地址重覆填寫。',
      profile: 'office.address',
      sources: ['W8', 'E6', 'C8', 'R13'],
    }),
    phone: required({
      label: '電話',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      autocomplete: 'tel',
      example: '077470171',
      hint: '含區域號碼，例如 07-7470171；分機寫在後面。',
      profile: 'office.phone',
      sources: ['W9', 'E8'],
    }),
    fax: optional({
      label: '傳真',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      example: '07-7109000',
      profile: 'office.fax',
      sources: ['W10', 'E9'],
    }),
    userCode: optional({
      label: '用戶代碼',
      schema: userCode,
      check: userCodeCheck,
      widget: 'secret',
      secret: true,
      hint: '6 至 10 個半形英文、數字或符號，大小寫不同；請自行牢記，憑證中心無法查詢。只在上網填寫時用到，不會印在申請書上。',
      sources: ['W11', 'C2'],
    }),
    remarks: optional({
      label: '備註',
      schema: line(60),
      check: remarkCheck,
      sources: ['W12', 'E10'],
    }),
  },
});
