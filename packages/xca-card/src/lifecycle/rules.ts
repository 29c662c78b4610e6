/** A dated rule of a card's life. */
export interface LifeRule {
  readonly days: number;
  readonly zh: string;
  readonly en: string;
  /** Where the figure was read. */
  readonly source: string;
  /** For which cards the source says so; for XCA cards the others stand in. */
  readonly statedFor: readonly ('XCA' | 'GCA' | 'MOICA')[];
  readonly verifiedOn: string;
}

/** Periods that the authorities publish; they may change, so they are data. */
export const LIFE_RULES = {
  opening: {
    days: 90,
    zh: '核發後 90 日內開卡，逾期憑證停用',
    en: 'open the card within 90 days of issue, or its certificates are suspended',
    source: 'gcaweb.nat.gov.tw、moica.nat.gov.tw 開卡說明',
    statedFor: ['GCA', 'MOICA'],
    verifiedOn: '2026-11-23',
  },
  renewal: {
    days: 60,
    zh: '到期前 60 日內可展期一次，逾期須重新申請',
    en: 'renew once within 60 days before expiry; later, apply anew',
    source: 'gcaweb.nat.gov.tw P2PS2S_1.html',
    statedFor: ['GCA'],
    verifiedOn: '2026-11-23',
  },
  nameChange: {
    days: 14,
    zh: '機關名稱或層級異動後 2 週內廢止原憑證並重新申請',
    en: 'revoke and reapply within 2 weeks of a change of name or level',
    source: 'gcaweb.nat.gov.tw P2PS2S_1.html',
    statedFor: ['GCA'],
    verifiedOn: '2026-11-23',
  },
} as const satisfies Record<string, LifeRule>;

/** Days before expiry on which to be reminded. */
export const EXPIRY_REMINDERS: readonly number[] = [60, 30, 7];
