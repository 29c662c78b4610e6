import { type RunningDeadline, trackDeadlines } from './deadline.ts';
import type { Message } from './message.ts';
import type { SavedTrack } from './saved-track.ts';
import type { Track, Turn } from './track.ts';

/** An event that can come next. */
export interface NextEvent {
  readonly type: string;
  readonly label: Message;
  readonly by: Turn;
  readonly to: string;
  /** What to keep as proof. */
  readonly evidence?: Message;
  /** The fact that has to be given with it. */
  readonly asks?: { readonly name: string; readonly label: Message; readonly kind: 'date' | 'text' };
}

/** Whose turn it is, what comes next, what is missing. */
export interface TrackStatus {
  readonly track: string;
  readonly title: Message;
  readonly state: string;
  readonly label: Message;
  readonly turn: Turn;
  readonly next: Message;
  readonly final: boolean;
  readonly events: readonly NextEvent[];
  /** Ids of the forms that this state needs and that are not ready yet. */
  readonly missing: readonly string[];
  /** Events that happened without the evidence they should have. */
  readonly withoutEvidence: readonly string[];
  readonly deadlines: readonly RunningDeadline[];
}

/** How a status is asked for. */
export interface TrackStatusOptions {
  /** ISO date from which days are counted. */
  readonly asOf: string;
  /** Ids of the forms whose data are complete. */
  readonly ready?: readonly string[];
}

/**
 * Says whose turn it is, what comes next, what is missing and which deadlines run.
 *
 * @throws TypeError when the state is not one of the track
 */
export function trackStatus(track: Track, saved: SavedTrack, options: TrackStatusOptions): TrackStatus {
  const state = track.states[saved.state];
  if (state === undefined) throw new TypeError(`track ${track.id} has no state ${saved.state}`);
  const { asOf, ready = [] } = options;
  const { label, turn, next, papers = [], final = false } = state;
  return {
    track: track.id,
    title: track.title,
    state: saved.state,
    label,
    turn,
    next,
    final,
    events: nextEvents(track, saved.state),
    missing: papers.filter((paper) => !ready.includes(paper)),
    withoutEvidence: saved.history.flatMap(({ event, evidence }) =>
      track.events[event]?.evidence !== undefined && evidence === undefined ? [event] : [],
    ),
    deadlines: trackDeadlines(track, saved, asOf),
  };
}

function nextEvents(track: Track, state: string): NextEvent[] {
  return Object.entries(track.moves[state] ?? {}).flatMap(([type, to]): NextEvent[] => {
    const event = track.events[type];
    if (event === undefined || to === undefined) return [];
    const { label, by, evidence, asks } = event;
    return [{ type, label, by, to, ...(evidence && { evidence }), ...(asks && { asks }) }];
  });
}
