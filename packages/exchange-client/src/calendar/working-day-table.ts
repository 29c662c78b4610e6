/** Days of one year that are not what their weekday says (辦公日曆表). */
export interface WorkingDayTable {
  /** CE year. */
  readonly year: number;
  /** ISO dates off work that fall on Monday to Friday. */
  readonly holidays: readonly string[];
  /** ISO dates of Saturdays and Sundays at work (補班). */
  readonly makeUpDays: readonly string[];
  /** The publication that it is to be compared with. */
  readonly source: string;
  /** ISO date of the last comparison with the source; absent as long as nobody has compared. */
  readonly verifiedOn?: string;
}

/**
 * Government office calendars (政府行政機關辦公日曆表). Written down without the published table at hand: compare with the
 * table of the year before you rely on a day, and set `verifiedOn` in your own copy.
 */
export const TAIWAN_WORKING_DAYS: readonly WorkingDayTable[] = [
  {
    year: 2025,
    holidays: [
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
      '2025-01-30',
      '2025-01-31',
      '2025-02-28',
      '2025-04-03',
      '2025-04-04',
      '2025-05-30',
      '2025-09-29',
      '2025-10-06',
      '2025-10-10',
      '2025-10-24',
      '2025-12-25',
    ],
    makeUpDays: ['2025-02-08'],
    source: '行政院人事行政總處 114年政府行政機關辦公日曆表；紀念日及節日實施條例（114-05-28）',
  },
  {
    year: 2026,
    holidays: [
      '2026-01-01',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-27',
      '2026-04-03',
      '2026-04-06',
      '2026-05-01',
      '2026-06-19',
      '2026-09-25',
      '2026-09-28',
      '2026-10-09',
      '2026-10-26',
      '2026-12-25',
    ],
    makeUpDays: [],
    source: '行政院人事行政總處 115年政府行政機關辦公日曆表',
  },
];
