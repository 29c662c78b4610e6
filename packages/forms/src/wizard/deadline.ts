import { addDays, addMonths } from '../facts/deadlines.ts';
import type { HistoryEntry } from './history.ts';
import type { Message } from './message.ts';
import type { SavedTrack } from './saved-track.ts';
import type { Track, TrackDeadline } from './track.ts';

/** A deadline that is running. */
export interface RunningDeadline {
  readonly id: string;
  readonly track: string;
  readonly label: Message;
  readonly note: Message;
  /** ISO date. */
  readonly date: string;
  /** Days from `asOf`; negative when it has passed. */
  readonly daysLeft: number;
  readonly sources: readonly string[];
}

const DAY = 86_400_000;

/**
 * The deadlines that run on a day, earliest first. They are shown, nothing is enforced.
 *
 * @param asOf ISO date
 */
export function trackDeadlines(track: Track, saved: SavedTrack, asOf: string): RunningDeadline[] {
  return track.deadlines
    .flatMap((deadline): RunningDeadline[] => {
      const start = runningSince(deadline, saved.history);
      const date = start && dueDate(deadline.due, start);
      if (date === undefined) return [];
      const daysLeft = Math.round((Date.parse(date) - Date.parse(asOf)) / DAY);
      const { id, label, note, sources } = deadline;
      return [{ id, track: track.id, label, note, date, daysLeft, sources }];
    })
    .sort((first, second) => first.date.localeCompare(second.date));
}

/** The last event that starts the deadline, unless a later one has ended it. */
function runningSince(deadline: TrackDeadline, history: readonly HistoryEntry[]): HistoryEntry | undefined {
  const started = history.findLastIndex(({ event }) => event === deadline.starts);
  if (started < 0) return undefined;
  const ended = history.slice(started + 1).some(({ event }) => deadline.ends.includes(event));
  return ended ? undefined : history[started];
}

function dueDate(due: TrackDeadline['due'], { on, facts = {} }: HistoryEntry): string | undefined {
  if ('years' in due) return (due.orFact && facts[due.orFact]) || addMonths(on, due.years * 12);
  if ('fact' in due) {
    const fact = facts[due.fact];
    return fact === undefined ? undefined : addDays(fact, due.days ?? 0);
  }
  return 'months' in due ? addMonths(on, due.months) : addDays(on, due.days);
}
