import { defineRule } from '../../define/define-rule.ts';
import type { FormRule } from '../../define/rule.ts';
import type { DataOf } from '../../define/section.ts';
import { addDays, deadlineDays } from '../../facts/deadlines.ts';
import type { RevocationSections } from './sections.ts';

export type RevocationData = DataOf<RevocationSections>;

export const revocationRules: readonly FormRule<RevocationData>[] = [
  defineRule<RevocationData>({
    id: 'CERTIFICATE_NOT_NAMED',
    severity: 'error',
    title: '卡號與憑證序號至少填一項。',
    paths: ['/certificate/cardNumber', '/certificate/serialNumber'],
    sources: ['廢止申請書'],
    find: ({ certificate: { cardNumber, serialNumber } }) =>
      cardNumber === undefined && serialNumber === undefined ? {} : undefined,
  }),
  defineRule<RevocationData>({
    id: 'SUSPEND_FIRST',
    severity: 'info',
    title: '遺失或金鑰外洩時，先線上停用。',
    paths: ['/certificate/reason'],
    sources: ['D4.C6', 'D22'],
    find: ({ certificate: { reason } }) => (reason === '遺失' || reason === '金鑰外洩' ? {} : undefined),
  }),
  defineRule<RevocationData>({
    id: 'REVOCATION_LATE',
    severity: 'warning',
    title: '合併或更名後 2 週內申請廢止。',
    paths: ['/certificate/changedOn'],
    sources: ['M8', 'R5'],
    find: ({ certificate: { changedOn } }, { asOf }) => {
      if (changedOn === undefined) return undefined;
      const due = addDays(changedOn, deadlineDays.renameRevocation);
      return asOf > due ? { params: { due } } : undefined;
    },
  }),
];
