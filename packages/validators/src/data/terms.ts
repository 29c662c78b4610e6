/** 開卡 within 90 days of issue; asking for revocation within two weeks of a rename. */
export type TermId = 'card-activation' | 'revocation-after-rename';

/** A term of a published rule. */
export interface Term {
  readonly id: TermId;
  readonly days: number;
  /** The event it counts from. */
  readonly after: string;
  readonly source: string;
}

/** Terms in days, from the pages and papers named; verified on 2026-11-23. */
export const terms: readonly Term[] = [
  { id: 'card-activation', days: 90, after: '發卡日期', source: '開卡作業注意事項 1' },
  { id: 'revocation-after-rename', days: 14, after: '更名或合併', source: 'xca.nat.gov.tw/web2/card07.html' },
];
