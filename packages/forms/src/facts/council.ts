import type { DatedFacts } from './dated.ts';

/** A unit that papers are sent to. */
export interface Window {
  readonly name: string;
  readonly unit?: string;
  readonly phone?: string;
  readonly address?: string;
}

/**
 * A council (議會) as 憑證主管機關 of its councillors' offices, with everything around it that differs from city to city.
 * Another council is another value of this type.
 */
export interface Council {
  readonly id: string;
  /** 全銜, as in 正本. */
  readonly name: string;
  /** How an office of its councillors is named; `{name}` stands for the councillor. */
  readonly officeName: string;
  /** Whether the offices may apply at XCA: a decision of each council. */
  readonly eligibility: DatedFacts<{ readonly eligible: boolean; readonly note: string }>;
  /** 憑證初審註冊窗口. */
  readonly reviewWindow: DatedFacts<Window>;
  /** City or county government that owns the exchange centre. */
  readonly government: { readonly name: string };
  /** Unit of the government that reviews the exchange connection (複審). */
  readonly exchangeReview: DatedFacts<Window>;
  /** Name of the exchange centre (交換中心). */
  readonly exchangeCentre: string;
  /** 管理/主管機關代碼 of G2B2C-01. */
  readonly agencyCode: DatedFacts<string>;
  /** How the 機關代碼 of an office is built, as this council instructs. */
  readonly codeInstruction: DatedFacts<{ readonly scheme: 'XA' | 'XC' | 'EB'; readonly text: string }>;
  /** Page with the forms to download. */
  readonly downloads?: string;
}
