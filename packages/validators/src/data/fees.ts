/** A fee that holds from a date on. */
export interface Fee {
  /** NTD (新臺幣元) for one card. */
  readonly amount: number;
  /** First day, ISO. */
  readonly from: string;
  /** Last day on which a source confirmed the amount, ISO. */
  readonly confirmedUntil: string;
  readonly source: string;
}

/** Fee for one XCA card (組織及團體憑證 IC 卡), oldest first; the amount of 2026 was not confirmed by a source. */
export const fees: readonly [Fee, ...Fee[]] = [
  {
    amount: 420,
    from: '2019-01-01',
    confirmedUntil: '2019-12-31',
    source: '高雄市議會推廣說明會簡報（108 年）',
  },
];
