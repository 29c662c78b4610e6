import { z } from 'zod';
import { optional, required, seal } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { phone, phoneCheck } from '../../fields/contact.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { oid, oidCheck, uniformNumber, uniformNumberCheck } from '../../fields/identifier.ts';
import { organisationNameCheck, personNameCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

const UNVERIFIED = '官方表單未見過';
export const revocationReasons = ['不再使用', '遺失', '內容不符', '金鑰外洩'] as const;

export const revocationSections = {
  organisation: section({
    title: '組織及團體資料',
    fields: {
      name: required({
        label: '名稱',
        schema: line(80),
        check: organisationNameCheck,
        autocomplete: 'organization',
        example: '高雄市議員○○○服務處',
        profile: 'office.name',
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
      oid: optional({
        label: 'OID',
        schema: oid,
        check: oidCheck,
        widget: 'code',
        profile: 'office.oid',
        sources: ['廢止申請書', 'C7'],
        unverified: UNVERIFIED,
      }),
      uniformNumber: optional({
        label: '統一編號',
        schema: uniformNumber,
        check: uniformNumberCheck,
        widget: 'code',
        inputMode: 'numeric',
        profile: 'office.uniformNumber',
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
    },
  }),
  certificate: section({
    title: '要廢止的憑證',
    intro: '卡號或憑證序號擇一，讀卡或查看憑證即可得知。',
    fields: {
      cardNumber: optional({
        label: '憑證IC卡卡號',
        schema: z.string().regex(/^[0-9A-Z]{8,20}$/),
        widget: 'code',
        sources: ['廢止申請書', 'C9'],
        unverified: UNVERIFIED,
      }),
      serialNumber: optional({
        label: '憑證序號',
        schema: z.string().regex(/^[0-9A-F]{8,64}$/),
        widget: 'code',
        hint: '十六進位，大寫。',
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
      kind: required({
        label: '正附卡',
        schema: z.enum(['正卡', '附卡']),
        widget: 'radio',
        choices: ['正卡', '附卡'].map((value) => ({ value, label: value })),
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
      reason: required({
        label: '廢止原因',
        schema: z.enum(revocationReasons),
        widget: 'radio',
        choices: revocationReasons.map((value) => ({ value, label: value })),
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
      changedOn: optional({
        label: '合併或更名日期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        hint: '因合併、更名而內容不符者填寫；須於 2 週內申請廢止。',
        sources: ['M8'],
      }),
    },
  }),
  contact: section({
    title: '聯絡人',
    fields: {
      name: required({
        label: '姓名',
        schema: line(30),
        check: personNameCheck,
        autocomplete: 'name',
        personal: true,
        profile: 'contact.name',
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
      phone: required({
        label: '電話',
        schema: phone,
        check: phoneCheck,
        widget: 'phone',
        inputMode: 'tel',
        autocomplete: 'tel',
        personal: true,
        profile: 'contact.phone',
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
      filledOn: required({
        label: '申請日期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        sources: ['廢止申請書'],
        unverified: UNVERIFIED,
      }),
    },
  }),
  seals: section({
    title: '印鑑',
    fields: {
      registered: seal({ label: '設立登記印鑑(圖記)', sources: ['廢止申請書'], unverified: UNVERIFIED }),
      head: seal({ label: '負責人印鑑', sources: ['廢止申請書'], unverified: UNVERIFIED }),
    },
  }),
};

export type RevocationSections = typeof revocationSections;
