import { agencyCodeFamily, oidTail8 } from '@kcc/validators';
import { defineRule } from '../../define/define-rule.ts';
import type { FormRule } from '../../define/rule.ts';
import type { DataOf } from '../../define/section.ts';
import { factOn } from '../../facts/dated.ts';
import type { ConnectionSections } from './sections.ts';

export type ConnectionData = DataOf<ConnectionSections>;

export const connectionRules: readonly FormRule<ConnectionData>[] = [
  defineRule<ConnectionData>({
    id: 'CODE_TAIL_DIFFERS',
    severity: 'warning',
    title: 'XC 或 EB 之後的 8 碼等於統一編號。',
    paths: ['/applicant/code', '/applicant/uniformNumber'],
    sources: ['K14', 'R33'],
    find: ({ applicant: { code, uniformNumber } }) => {
      if (code === undefined || uniformNumber === undefined) return undefined;
      const family = agencyCodeFamily(code);
      const differs = (family === 'xc' || family === 'eb') && code.slice(2) !== uniformNumber;
      return differs
        ? { params: { prefix: code.slice(0, 2), tail: code.slice(2), uniformNumber } }
        : undefined;
    },
  }),
  defineRule<ConnectionData>({
    id: 'XA_TAIL_DIFFERS_FROM_OID',
    severity: 'warning',
    title: 'XA 之後的 8 碼等於 OID 末 8 碼（取法未經證實）。',
    paths: ['/applicant/code', '/applicant/oid'],
    sources: ['K22', 'R33'],
    find: ({ applicant: { code, oid } }) => {
      if (code === undefined || oid === undefined || agencyCodeFamily(code) !== 'xa') return undefined;
      const tail = oidTail8(oid);
      return code.slice(2) === tail ? undefined : { params: { tail } };
    },
  }),
  defineRule<ConnectionData>({
    id: 'CODE_SCHEME_UNEXPECTED',
    severity: 'warning',
    title: '有統一編號者用 XC，沒有者依主管機關指示。',
    paths: ['/applicant/code', '/applicant/uniformNumber'],
    sources: ['K14', 'K22', 'R33'],
    find: ({ applicant: { code, uniformNumber } }, { council, asOf }) => {
      if (code === undefined) return undefined;
      const family = agencyCodeFamily(code);
      if (family === 'xa' && uniformNumber !== undefined) {
        return { params: { expected: `XC${uniformNumber}`, reason: '表上註記：新交換用戶填 XC＋統編 8 碼' } };
      }
      const scheme = factOn(council.codeInstruction, asOf)?.value;
      if (family === 'xc' && uniformNumber === undefined && scheme !== undefined) {
        return { params: { expected: `${scheme.scheme}…`, reason: `${council.name}指示：${scheme.text}` } };
      }
      return undefined;
    },
  }),
  defineRule<ConnectionData>({
    id: 'CODE_NAME_DIFFERS',
    severity: 'warning',
    title: '通訊錄中此代碼的名稱與申請機關名稱相同。',
    paths: ['/applicant/code', '/applicant/name'],
    sources: ['K6', 'K7'],
    find: ({ applicant: { code, name } }, { lookUpAgency }) => {
      if (code === undefined || name === undefined) return undefined;
      const entry = lookUpAgency?.(code);
      return entry === undefined || entry.name === name ? undefined : { params: { listed: entry.name } };
    },
  }),
  defineRule<ConnectionData>({
    id: 'AUTHORITY_CODE_PENDING',
    severity: 'info',
    title: '管理/主管機關代碼向初審窗口確認。',
    paths: ['/authority/code'],
    sources: ['K4'],
    find: ({ authority }, { council, asOf }) =>
      authority.code === undefined
        ? { params: { council: council.name, code: factOn(council.agencyCode, asOf)?.value ?? '不明' } }
        : undefined,
  }),
  defineRule<ConnectionData>({
    id: 'TWO_SEALS_NEEDED',
    severity: 'info',
    title: '須有主管機關與申請機關兩個印信。',
    paths: ['/applicant/name'],
    sources: ['K5', 'K16', 'K13'],
    find: ({ applicant }) => (applicant.name === undefined ? undefined : {}),
  }),
];
