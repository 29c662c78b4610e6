import { z } from 'zod';
import { defineRule } from '../../define/define-rule.ts';
import { optional, required, seal } from '../../define/field.ts';
import { defineForm } from '../../define/form.ts';
import { type DataOf, type DraftOf, section } from '../../define/section.ts';
import { phone, phoneCheck } from '../../fields/contact.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { formatSpacedRocDate } from '../../fields/date-text.ts';
import { agencyCode, agencyCodeCheck } from '../../fields/identifier.ts';
import { ipAddressCheck } from '../../fields/ip-address.ts';
import { organisationNameCheck, personNameCheck, remarkCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';
import { labelRow, sealBoxes, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { tick } from '../../sheet/tick.ts';

const UNVERIFIED = '官方表單未見過';
const kinds = ['代碼', '名稱', '憑證', '地址', 'IP', '裁撤'] as const;
const common = { sources: ['D17'], unverified: UNVERIFIED } as const;

const sections = {
  office: section({
    title: '連線機關',
    fields: {
      code: required({
        ...common,
        label: '機關代碼',
        schema: agencyCode,
        check: agencyCodeCheck,
        widget: 'code',
        profile: 'office.code',
      }),
      name: required({
        ...common,
        label: '名稱',
        schema: line(80),
        check: organisationNameCheck,
        autocomplete: 'organization',
        profile: 'office.name',
      }),
      contact: required({
        ...common,
        label: '聯絡人',
        schema: line(30),
        check: personNameCheck,
        autocomplete: 'name',
        personal: true,
        profile: 'contact.name',
      }),
      phone: required({
        ...common,
        label: '聯絡電話',
        schema: phone,
        check: phoneCheck,
        widget: 'phone',
        inputMode: 'tel',
        autocomplete: 'tel',
        personal: true,
        profile: 'contact.phone',
      }),
      seal: seal({ ...common, label: '印信' }),
    },
  }),
  change: section({
    title: '異動內容',
    intro: '代碼、名稱、憑證、地址、IP 有異動或裁撤時填寫，並副知主管機關。',
    fields: {
      kind: required({
        ...common,
        label: '異動項目',
        schema: z.enum(kinds),
        widget: 'radio',
        choices: kinds.map((value) => ({ value, label: value })),
        hint: '「終止連線」是否為本表的選項未知，請先詢問客服。',
        sources: ['D17', 'J4.5', 'R35'],
      }),
      before: required({ ...common, label: '異動前', schema: line(120), check: remarkCheck }),
      after: optional({
        ...common,
        label: '異動後',
        schema: line(120),
        check: remarkCheck,
        hint: '裁撤時留空。',
      }),
      effectiveOn: required({
        ...common,
        label: '生效日',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
      }),
    },
  }),
};

type Data = DataOf<typeof sections>;

const rules = [
  defineRule<Data>({
    id: 'CHANGE_AFTER_MISSING',
    severity: 'error',
    title: '除裁撤外，須填異動後的內容。',
    paths: ['/change/after', '/change/kind'],
    sources: ['D17'],
    find: ({ change: { kind, after } }) =>
      kind !== undefined && kind !== '裁撤' && after === undefined ? { params: { kind } } : undefined,
  }),
  defineRule<Data>({
    id: 'CHANGE_SAME',
    severity: 'error',
    title: '異動前後不同。',
    paths: ['/change/after', '/change/before'],
    sources: ['D17'],
    find: ({ change: { before, after } }) => (before !== undefined && before === after ? {} : undefined),
  }),
  defineRule<Data>({
    id: 'CHANGE_IP_INVALID',
    severity: 'error',
    title: '異動項目為 IP 時，異動後須為固定的外部 IPv4。',
    paths: ['/change/after', '/change/kind'],
    sources: ['D17', 'R34'],
    find: ({ change: { kind, after } }, { asOf }) => {
      if (kind !== 'IP' || after === undefined) return undefined;
      const { issues } = ipAddressCheck.check(after, { asOf, mode: 'lenient' });
      return issues.some(({ severity }) => severity === 'error') ? {} : undefined;
    },
  }),
  defineRule<Data>({
    id: 'COPY_TO_AUTHORITY',
    severity: 'info',
    title: '異動時副知主管機關。',
    paths: ['/change/kind'],
    sources: ['J4.5', 'R35'],
    find: ({ change }, { council }) =>
      change.kind === undefined ? undefined : { params: { government: council.government.name } },
  }),
];

function sheet({ office, change }: DraftOf<Data>): Sheet {
  const name = '公文G2B2C資訊服務中心連線異動申請表';
  return {
    title: name,
    blocks: [
      title(name, 16),
      table(
        '連線異動',
        [45, 125],
        [
          labelRow('機關代碼', office.code ?? '', 2),
          labelRow('名稱', office.name ?? '', 2),
          labelRow('異動項目', tick(kinds, change.kind), 2),
          labelRow('異動前', change.before ?? '', 2),
          labelRow('異動後', change.after ?? '', 2),
          labelRow('生效日', formatSpacedRocDate(change.effectiveOn), 2),
          labelRow('聯絡人', office.contact ?? '', 2),
          labelRow('聯絡電話', office.phone ?? '', 2),
        ],
      ),
      ...sealBoxes(['印信'], '(請於上方空格內用印)', 45),
    ],
  };
}

/** 連線異動申請表: a minimal model, the original was never seen. */
export const g2b2cChange = defineForm({
  id: 'g2b2c-change',
  title: '公文G2B2C資訊服務中心連線異動申請表',
  purpose: '已連線者的代碼、名稱、憑證、地址、IP 異動或裁撤時填寫，並副知主管機關。',
  edition: 'unverified',
  effective: {},
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L630（僅提及表名）；欄位為最小模型',
  verifiedOn: '2026-11-23',
  sections,
  rules,
  outputs: { sheet },
  sources: ['D17'],
  marks: [
    {
      id: 'D17',
      kind: 'unverified',
      note: '官方表單內容未見過，欄位為最小模型；送件前請改用客服提供的連線異動申請表。',
    },
  ],
});
