export { type CalendarOptions, writeCalendar } from './calendar.ts';
export { type CardDates, type Deadline, type DeadlineKind, deadlinesOf } from './deadlines.ts';
export { EXPIRY_REMINDERS, LIFE_RULES, type LifeRule } from './rules.ts';
export {
  LIFE_STATE_LABELS,
  LIFE_TRANSITIONS,
  type LifeState,
  type LifeStep,
  type LifeTransition,
  stepsFrom,
} from './states.ts';
