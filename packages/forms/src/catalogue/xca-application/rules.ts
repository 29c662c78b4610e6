import { defineRule } from '../../define/define-rule.ts';
import type { FormRule } from '../../define/rule.ts';
import type { DataOf } from '../../define/section.ts';
import { factOn } from '../../facts/dated.ts';
import type { ApplicationSections } from './sections.ts';

export type ApplicationData = DataOf<ApplicationSections>;

const COMPANY = /(公司|商號|企業社|商行)$/;
const SCHOOL = /(學校|大學|學院|中學|高中|國中|小學|國小|幼兒園)/;

/** Rules of the XCA application over several fields. */
export const applicationRules: readonly FormRule<ApplicationData>[] = [
  defineRule<ApplicationData>({
    id: 'MAILING_ADDRESS_MISSING',
    severity: 'error',
    title: '未勾選「同上方所填地址」時，須填通訊地址。',
    paths: ['/contact/address', '/contact/sameAddress'],
    sources: ['W16', 'R12'],
    find: ({ contact }) => (contact.sameAddress !== true && contact.address === undefined ? {} : undefined),
  }),
  defineRule<ApplicationData>({
    id: 'MAILING_ADDRESS_TWICE',
    severity: 'warning',
    title: '勾選「同上方所填地址」時，不另填通訊地址。',
    paths: ['/contact/address', '/contact/sameAddress'],
    sources: ['W16'],
    find: ({ contact }) => (contact.sameAddress === true && contact.address !== undefined ? {} : undefined),
  }),
  defineRule<ApplicationData>({
    id: 'UPLOAD_BEFORE_PRINT',
    severity: 'warning',
    title: '先上傳申請資料，再列印申請書。',
    paths: ['/application/uploaded'],
    sources: ['W19', 'R17'],
    find: ({ application }) => (application.uploaded === true ? undefined : {}),
  }),
  defineRule<ApplicationData>({
    id: 'CASE_NUMBER_PENDING',
    severity: 'info',
    title: '申請案號由系統給號。',
    paths: ['/application/caseNumber'],
    sources: ['E1', 'R20'],
    find: ({ application }) => (application.caseNumber === undefined ? {} : undefined),
  }),
  defineRule<ApplicationData>({
    id: 'COMPANY_APPLIES_ELSEWHERE',
    severity: 'warning',
    title: '公司、商號不在 XCA 的範圍。',
    paths: ['/organisation/name'],
    sources: ['R1', 'R2'],
    find: ({ organisation }) => (COMPANY.test(organisation.name ?? '') ? {} : undefined),
  }),
  defineRule<ApplicationData>({
    id: 'COUNCIL_NOT_ELIGIBLE',
    severity: 'warning',
    title: '議員服務處能否申請，由各議會決定。',
    paths: ['/organisation/name'],
    sources: ['R3'],
    find: ({ organisation }, { council, asOf }) => {
      if (!/議員.*服務處/.test(organisation.name ?? '')) return undefined;
      const fact = factOn(council.eligibility, asOf);
      if (fact?.value.eligible === true) return undefined;
      return { params: { council: council.name, note: fact?.value.note ?? '沒有資料，請先詢問。' } };
    },
  }),
  defineRule<ApplicationData>({
    id: 'SCHOOL_CODE_WITHOUT_SCHOOL',
    severity: 'warning',
    title: '學校機關代碼只有學校要填。',
    paths: ['/organisation/schoolCode', '/organisation/name'],
    sources: ['W7'],
    find: ({ organisation: { name, schoolCode } }) =>
      schoolCode !== undefined && name !== undefined && !SCHOOL.test(name) ? {} : undefined,
  }),
  defineRule<ApplicationData>({
    id: 'SEALS_NEEDED',
    severity: 'info',
    title: '申請書須蓋兩個印鑑，學校除外。',
    paths: ['/organisation/name'],
    sources: ['R18', 'E17', 'E18'],
    find: ({ organisation }) => {
      if (organisation.name === undefined) return undefined;
      return { code: organisation.schoolCode === undefined ? 'SEALS_NEEDED' : 'SEALS_EXEMPT' };
    },
  }),
];
