import { z } from 'zod';
import { officeOnly, optional, required, seal } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { email, emailCheck, phone, phoneCheck } from '../../fields/contact.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import {
  agencyCode,
  agencyCodeCheck,
  oid,
  oidCheck,
  uniformNumber,
  uniformNumberCheck,
} from '../../fields/identifier.ts';
import { ipAddress, ipAddressCheck } from '../../fields/ip-address.ts';
import { organisationNameCheck, personNameCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

/** The three code schemes, told at the field where the mistake is made. */
export const CODE_HINT =
  '10 碼。有統一編號：XC＋統編 8 碼（表上註記）；議員服務處等無統編者：XA＋OID 末 8 碼（市議會指示，取法請向初審窗口確認）；' +
  'EB＋統編 8 碼為既有用戶的另一種代碼。';

const authority = section({
  title: '管理機關',
  fields: {
    appliedOn: required({
      label: '申請日期',
      schema: isoDate,
      check: dateCheck,
      widget: 'roc-date',
      sources: ['K3'],
    }),
    code: optional({
      label: '管理/主管機關代碼',
      schema: agencyCode,
      check: agencyCodeCheck,
      widget: 'code',
      example: '398000000A',
      hint: '10 碼，一字一格；市議會的代碼請向初審窗口確認後再填。',
      sources: ['K4', 'C6'],
      unverified: '市議會在此欄應填的代碼未見於公開資料',
    }),
    seal: seal({ label: '公文電子交換管理機關或新申請交換用戶之主管機關印信', sources: ['K5'] }),
  },
});

const applicant = section({
  title: '申請機關',
  fields: {
    code: required({
      label: '申請機關代碼',
      schema: agencyCode,
      check: agencyCodeCheck,
      widget: 'code',
      example: 'XA19102568',
      hint: CODE_HINT,
      profile: 'office.code',
      sources: ['K6', 'K14', 'K22', 'R33', 'C6'],
    }),
    name: required({
      label: '申請機關名稱',
      schema: line(80),
      check: organisationNameCheck,
      autocomplete: 'organization',
      example: '高雄市議員○○○服務處',
      profile: 'office.name',
      sources: ['K7'],
    }),
    uniformNumber: optional({
      label: '統一編號（供核對代碼，不印出）',
      schema: uniformNumber,
      check: uniformNumberCheck,
      widget: 'code',
      inputMode: 'numeric',
      profile: 'office.uniformNumber',
      sources: ['K14', 'C4'],
    }),
    oid: optional({
      label: 'OID（供核對代碼，不印出）',
      schema: oid,
      check: oidCheck,
      widget: 'code',
      profile: 'office.oid',
      sources: ['K22', 'C7'],
    }),
    seal: seal({ label: '申請機關印信', sources: ['K16'], hint: '在第 2 頁。' }),
  },
});

const contact = section({
  title: '聯絡人',
  fields: {
    name: required({
      label: '聯絡人姓名',
      schema: line(30),
      check: personNameCheck,
      autocomplete: 'name',
      example: '王小明',
      personal: true,
      profile: 'contact.name',
      sources: ['K8'],
    }),
    phone: required({
      label: '電話',
      schema: phone,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      autocomplete: 'tel',
      example: '07-7470171',
      personal: true,
      profile: 'contact.phone',
      sources: ['K9'],
    }),
    email: required({
      label: 'E-mail',
      schema: email,
      check: emailCheck,
      widget: 'email',
      inputMode: 'email',
      autocomplete: 'email',
      example: '123@132.tw',
      personal: true,
      profile: 'contact.email',
      sources: ['K10'],
    }),
  },
});

const connection = section({
  title: '憑證與連線主機',
  fields: {
    cardNumber: optional({
      label: '憑證卡號',
      schema: z.string().regex(/^[0-9A-Z]{8,20}$/),
      widget: 'code',
      hint: '印在憑證IC卡上；讀卡也可得知。',
      sources: ['K11', 'C9'],
      unverified: '憑證資料欄只有「憑證卡」等字可辨',
    }),
    use: optional({
      label: '憑證用途',
      schema: z.enum(['機關憑證', '電子公文交換用憑證']),
      widget: 'radio',
      choices: ['機關憑證', '電子公文交換用憑證'].map((value) => ({ value, label: value })),
      sources: ['K11'],
      unverified: '選項文字由殘字推測',
    }),
    externalIp: required({
      label: '連線交換主機之外部 IP',
      schema: ipAddress,
      check: ipAddressCheck,
      widget: 'ip-address',
      inputMode: 'decimal',
      example: '163.29.1.1',
      hint: '固定、對外的 IPv4 一組；主機專機專用，一個 IP 對一個機關，一對多須另申請核定。',
      profile: 'office.externalIp',
      sources: ['K12', 'K15', 'K21', 'R34', 'C14'],
    }),
  },
});

const office = section({
  title: '以下由公文G2B2C資訊服務中心客服人員填寫',
  fields: {
    software: officeOnly({ label: '介接層之連線軟體', sources: ['K17', 'K18'] }),
    vendor: officeOnly({ label: '公文廠商名稱', sources: ['K19'] }),
    vendorContact: officeOnly({
      label: '公文廠商聯絡資料',
      sources: ['K19'],
      unverified: '第二列欄名僅部分可辨',
    }),
  },
});

export const connectionSections = { authority, applicant, contact, connection, office };
export type ConnectionSections = typeof connectionSections;
