import { defineRule } from '../../define/define-rule.ts';
import { optional } from '../../define/field.ts';
import { defineForm } from '../../define/form.ts';
import { type DataOf, section } from '../../define/section.ts';
import { uniformNumber, uniformNumberCheck } from '../../fields/identifier.ts';
import { organisationNameCheck } from '../../fields/name.ts';
import { line } from '../../fields/text.ts';

const sections = {
  search: section({
    title: '查詢組織團體資料',
    intro: '確認 OID 識別碼是否已建立；查無資料時按【我要建立資料】。',
    fields: {
      name: optional({
        label: '組織/團體名稱',
        schema: line(80),
        check: organisationNameCheck,
        example: '高雄市議員○○○服務處',
        hint: '可用關鍵字，例如「臺北市中正區中正國民小學」以「中正國民小學」查詢。',
        profile: 'office.name',
        sources: ['W1', 'R11'],
      }),
      uniformNumber: optional({
        label: '統一編號',
        schema: uniformNumber,
        check: uniformNumberCheck,
        widget: 'code',
        inputMode: 'numeric',
        profile: 'office.uniformNumber',
        sources: ['W2', 'R11'],
      }),
    },
  }),
};

/** D1: the search before an application; asked on the web only, never printed. */
export const xcaOrganisationSearch = defineForm({
  id: 'xca-organisation-search',
  title: '查詢組織團體資料',
  purpose: '申請前在 XCA 網站以名稱或統一編號查詢組織團體，確認 OID。',
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L210–228',
  verifiedOn: '2026-11-23',
  sections,
  rules: [
    defineRule<DataOf<typeof sections>>({
      id: 'SEARCH_EMPTY',
      severity: 'error',
      title: '名稱與統一編號擇一輸入即可。',
      paths: ['/search/name', '/search/uniformNumber'],
      sources: ['W1', 'W2'],
      find: ({ search }) =>
        search.name === undefined && search.uniformNumber === undefined ? {} : undefined,
    }),
  ],
  outputs: {},
  sources: ['D1'],
  marks: [],
});
