import { type TermId, terms } from '@kcc/validators';

const DAY = 86_400_000;

const termDays = (id: TermId): number => terms.find((term) => term.id === id)?.days ?? 0;

/** Lengths of the deadlines in days, with the id of the specification in the comment of each. */
export const deadlineDays = {
  /** M1, R26: 開卡 within 90 days of 發卡日期, or the CA suspends. */
  activation: termDays('card-activation'),
  /** M8: revocation within 2 weeks of a merger or rename. */
  renameRevocation: termDays('revocation-after-rename'),
  /** M8: renewal opens 60 days before the card expires (known of the sister CA). */
  renewalWindow: 60,
} as const;

/** M2, R10: years a card is valid. */
export const cardYears = 6;

/** 2.4: months after the certificate's end until the connection is deleted and must be applied for again. */
export const removalMonths = 3;

/** The ISO date `days` after another one; negative for before. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The ISO date `months` later; the last day of the month where the day does not exist. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
