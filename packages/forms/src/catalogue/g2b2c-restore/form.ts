import { defineRule } from '../../define/define-rule.ts';
import { required, seal } from '../../define/field.ts';
import { defineForm } from '../../define/form.ts';
import { type DataOf, type DraftOf, section } from '../../define/section.ts';
import { addMonths, removalMonths } from '../../facts/deadlines.ts';
import { phone, phoneCheck } from '../../fields/contact.ts';
import { dateCheck, isoDate } from '../../fields/date.ts';
import { formatSpacedRocDate } from '../../fields/date-text.ts';
import { agencyCode, agencyCodeCheck } from '../../fields/identifier.ts';
import { organisationNameCheck, personNameCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';
import { labelRow, sealBoxes, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';

const common = { sources: ['恢復連線'], unverified: '官方表單未見過' } as const;

const sections = {
  office: section({
    title: '申請機關',
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
  certificate: section({
    title: '憑證',
    intro: '憑證屆期後交換立即停止；屆期 3 個月內以本表恢復，逾 3 個月者連線已刪除，須重新申請。',
    fields: {
      expiredOn: required({
        ...common,
        label: '原憑證屆期日',
        schema: isoDate,
        check: dateCheck,
        widget: 'roc-date',
      }),
      renewedOn: required({
        ...common,
        label: '新憑證生效日',
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
    id: 'RESTORE_TOO_LATE',
    severity: 'warning',
    title: '屆期逾 3 個月者連線已刪除，須以 G2B2C-01 重新申請。',
    paths: ['/certificate/expiredOn'],
    sources: ['恢復連線', '2.4'],
    find: ({ certificate: { expiredOn } }, { asOf }) => {
      if (expiredOn === undefined) return undefined;
      const last = addMonths(expiredOn, removalMonths);
      return asOf > last ? { params: { last } } : undefined;
    },
  }),
  defineRule<Data>({
    id: 'RENEWED_IN_FUTURE',
    severity: 'warning',
    title: '新憑證已生效。',
    paths: ['/certificate/renewedOn'],
    sources: ['恢復連線'],
    find: ({ certificate: { renewedOn } }, { asOf }) =>
      renewedOn !== undefined && renewedOn > asOf ? { params: { renewedOn } } : undefined,
  }),
];

function sheet({ office, certificate }: DraftOf<Data>): Sheet {
  const name = '公文G2B2C資訊服務中心恢復連線申請表';
  return {
    title: name,
    blocks: [
      title(name, 16),
      table(
        '恢復連線',
        [45, 125],
        [
          labelRow('機關代碼', office.code ?? '', 2),
          labelRow('名稱', office.name ?? '', 2),
          labelRow('原憑證屆期日', formatSpacedRocDate(certificate.expiredOn), 2),
          labelRow('新憑證生效日', formatSpacedRocDate(certificate.renewedOn), 2),
          labelRow('聯絡人', office.contact ?? '', 2),
          labelRow('聯絡電話', office.phone ?? '', 2),
        ],
      ),
      ...sealBoxes(['印信'], '(請於上方空格內用印)', 45),
    ],
  };
}

/** 恢復連線: the third form, after a certificate had expired; a minimal model, the original was never seen. */
export const g2b2cRestore = defineForm({
  id: 'g2b2c-restore',
  title: '公文G2B2C資訊服務中心恢復連線申請表',
  purpose: '憑證屆期停止交換後、3 個月內換發新卡者，申請恢復連線。',
  edition: 'unverified',
  effective: {},
  source: 'kbes.tn.edu.tw nsn=1083 引述之規範（僅提及表單）；欄位為最小模型',
  verifiedOn: '2026-11-23',
  sections,
  rules,
  outputs: { sheet },
  sources: ['B7'],
  marks: [
    {
      id: '恢復連線',
      kind: 'unverified',
      note: '官方表單名稱與內容未見過，欄位為最小模型；送件前請改用客服提供的表單。',
    },
  ],
});
