import { z } from 'zod';
import { type Choice, optional, required, seal } from '../../define/field.ts';
import { section } from '../../define/section.ts';
import { address, addressCheck } from '../../fields/address.ts';
import { emailCheck, email as emailText, phoneCheck, phone as phoneText } from '../../fields/contact.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import {
  agencyCode,
  caseNumber,
  caseNumberCheck,
  schoolCodeCheck,
  uniformNumber,
  uniformNumberCheck,
  userCode,
  userCodeCheck,
} from '../../fields/identifier.ts';
import { organisationNameCheck, personNameCheck, remarkCheck } from '../../fields/name.ts';
import { line, ticked } from '../../fields/text.ts';

export type CardKind = '正卡' | '附卡';

const kinds: readonly Choice[] = [
  { value: '正卡', label: '我要申請正卡' },
  { value: '附卡', label: '我要申請附卡' },
];

const NO_REPEAT = '縣市與鄉鎮市區請勿在後面的地址重覆填寫。';

/** Steps 1 and 2 of the web form and the head of the printed one. */
const application = (kind: CardKind) =>
  section({
    title: '申請',
    intro: '選擇卡片種類、同意用戶約定條款；案號於上傳資料後由系統給號。',
    fields: {
      cardKind: required({
        label: '申請的卡片類別',
        schema: z.literal(kind),
        initial: kind,
        widget: 'radio',
        choices: kinds.filter(({ value }) => value === kind),
        hint: '一個組織只有一張正卡，附卡可有多張；一件申請一張卡。',
        sources: ['W3'],
      }),
      agreedToTerms: required({
        label: '我同意用戶約定條款',
        schema: ticked,
        widget: 'checkbox',
        hint: '請先閱讀 xca.nat.gov.tw 上的用戶約定條款全文，再勾選同意。',
        sources: ['D2'],
      }),
      caseNumber: optional({
        label: '申請案號',
        schema: caseNumber,
        check: caseNumberCheck,
        widget: 'case-number',
        inputMode: 'numeric',
        example: '0400100000000000000080067',
        hint: '25 位數字，於完成上傳後顯示；可依任何分組貼上。',
        sources: ['E1', 'C1'],
      }),
      filledOn: required({
        label: '填寫日期',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
        example: '2019-10-07',
        hint: '例如 108年10月7日。',
        sources: ['E2'],
      }),
      uploaded: optional({
        label: '已上傳申請資料',
        schema: z.boolean(),
        widget: 'checkbox',
        hint: '務必先上傳申請資料，再列印申請書。',
        sources: ['W19'],
      }),
    },
  });

const organisation = section({
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
      hint: NO_REPEAT,
      profile: 'office.address',
      sources: ['W8', 'E6', 'C8'],
    }),
    phone: required({
      label: '電話',
      schema: phoneText,
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
      schema: phoneText,
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

const contact = section({
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
      sources: ['W13', 'E11'],
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
      schema: emailText,
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
      hint: NO_REPEAT,
      unlessTicked: '/contact/sameAddress',
      personal: true,
      profile: 'contact.address',
      sources: ['W16', 'E14'],
    }),
    phone: required({
      label: '電話',
      schema: phoneText,
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
      schema: phoneText,
      check: phoneCheck,
      widget: 'phone',
      inputMode: 'tel',
      personal: true,
      profile: 'contact.fax',
      sources: ['W18', 'E16'],
    }),
  },
});

const seals = section({
  title: '印鑑',
  intro: '列印後蓋章；學校免蓋。',
  fields: {
    registered: seal({
      label: '組織與團體設立登記印鑑(圖記)',
      sources: ['E17'],
      hint: '請蓋設立登記時的圖記。',
    }),
    head: seal({ label: '組織與團體負責人印鑑', sources: ['E18'], hint: '請蓋負責人印鑑。' }),
  },
});

/** The sections of the application for one kind of card. */
export function applicationSections<Kind extends CardKind>(kind: Kind) {
  return { application: application(kind), organisation, contact, seals };
}

export type ApplicationSections = ReturnType<typeof applicationSections>;
