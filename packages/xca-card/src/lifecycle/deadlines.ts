import { EXPIRY_REMINDERS, LIFE_RULES } from './rules.ts';

/** What must be known of a card to count its days. */
export interface CardDates {
  /** Card number, for the texts. */
  readonly number?: string;
  readonly holder?: string;
  /** Start of validity; stands in for the day of issue where that is not known. */
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly issuedAt?: Date;
  /** When the card was opened (開卡), `false` when it was not, left out when nobody knows. */
  readonly activatedAt?: Date | false;
  readonly renewed?: boolean;
  /** When name or level of the organisation changed. */
  readonly changedAt?: Date;
}

export type DeadlineKind = 'opening' | 'renewal' | 'expiry' | 'name-change';

/** One thing that is due. */
export interface Deadline {
  readonly kind: DeadlineKind;
  /** First day on which it can be done, where there is one. */
  readonly from?: Date;
  /** Last moment. */
  readonly due: Date;
  /** `open`: can and should be done now; `later`: its time has not come; `missed`: too late. */
  readonly state: 'later' | 'open' | 'missed';
  /** Whole days left, negative when missed. */
  readonly daysLeft: number;
  /** Days before `due` on which to remind. */
  readonly reminders: readonly number[];
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

const DAY = 86_400_000;

/** What is due for a card at an instant, the earliest first. */
export function deadlinesOf(dates: CardDates, now: Date): Deadline[] {
  const deadlines = [opening(dates, now), renewal(dates, now), expiry(dates, now), nameChange(dates, now)];
  return deadlines
    .filter((deadline) => deadline !== undefined)
    .sort((left, right) => left.due.getTime() - right.due.getTime());
}

function opening({ issuedAt, notBefore, activatedAt }: CardDates, now: Date): Deadline | undefined {
  if (activatedAt instanceof Date) return undefined;
  const rule = LIFE_RULES.opening;
  const issued = issuedAt ?? notBefore;
  const due = addDays(issued, rule.days);
  // Nobody knows whether it was opened: a card long past its 90 days was, or it could not be read as valid.
  if (activatedAt === undefined && due < now) return undefined;
  return deadline('opening', now, { from: issued, due, reminders: [30, 14, 7], ...rule });
}

function renewal({ notAfter, renewed }: CardDates, now: Date): Deadline | undefined {
  if (renewed) return undefined;
  const rule = LIFE_RULES.renewal;
  return deadline('renewal', now, {
    from: addDays(notAfter, -rule.days),
    due: notAfter,
    reminders: [30, 14, 7],
    ...rule,
  });
}

function expiry({ notAfter }: CardDates, now: Date): Deadline {
  return deadline('expiry', now, {
    from: addDays(notAfter, -Math.max(...EXPIRY_REMINDERS)),
    due: notAfter,
    reminders: EXPIRY_REMINDERS,
    zh: '憑證到期，之後不能簽章',
    en: 'the certificates expire; no signatures after that',
    source: '憑證有效期間',
  });
}

function nameChange({ changedAt }: CardDates, now: Date): Deadline | undefined {
  if (!changedAt) return undefined;
  const rule = LIFE_RULES.nameChange;
  return deadline('name-change', now, {
    from: changedAt,
    due: addDays(changedAt, rule.days),
    reminders: [7, 3],
    ...rule,
  });
}

interface DeadlineFacts {
  readonly from: Date;
  readonly due: Date;
  readonly reminders: readonly number[];
  readonly zh: string;
  readonly en: string;
  readonly source: string;
}

function deadline(kind: DeadlineKind, now: Date, facts: DeadlineFacts): Deadline {
  const { from, due, reminders, zh, en, source } = facts;
  const daysLeft = Math.floor((due.getTime() - now.getTime()) / DAY);
  const state = now > due ? 'missed' : now < from ? 'later' : 'open';
  return { kind, from, due, state, daysLeft, reminders, zh, en, source };
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY);
}
