import { isIsoDate } from '@kcc/validators';
import { transition } from 'xstate';
import { FormError } from '../form-error.ts';
import type { TrackEvent } from './history.ts';
import { createTrackMachine } from './machine.ts';
import { type SavedTrack, TRACK_SCHEMA_VERSION } from './saved-track.ts';
import type { Track } from './track.ts';

/** A track at its beginning. */
export function startTrack(track: Track): SavedTrack {
  return { schemaVersion: TRACK_SCHEMA_VERSION, track: track.id, state: track.initial, history: [] };
}

/**
 * Records that something happened and moves on.
 *
 * @param track the track
 * @param saved where it stands
 * @param event what happened, on which day, with which evidence
 * @returns where it stands now; the given value is not altered
 * @throws FormError `EVENT_REFUSED` when the event leads nowhere from here (`details.allowed` lists those that do),
 *   `EVENT_INCOMPLETE` when its date or the fact that it asks for is missing
 */
export function advanceTrack(track: Track, saved: SavedTrack, event: TrackEvent): SavedTrack {
  assertComplete(track, event);
  const machine = createTrackMachine(track);
  const before = machine.resolveState({ value: saved.state, context: { history: saved.history } });
  if (!before.can(event)) {
    const allowed = Object.keys(track.moves[saved.state] ?? {});
    throw new FormError('EVENT_REFUSED', { track: track.id, state: saved.state, event: event.type, allowed });
  }
  const [after] = transition(machine, before, event);
  return { ...saved, state: String(after.value), history: after.context.history };
}

function assertComplete(track: Track, event: TrackEvent): void {
  const asks = track.events[event.type]?.asks;
  const fact = asks && event.facts?.[asks.name];
  const factMissing = asks !== undefined && (fact === undefined || fact === '');
  const factWrong = asks?.kind === 'date' && fact !== undefined && !isIsoDate(fact);
  if (!isIsoDate(event.on) || factMissing || factWrong) {
    throw new FormError('EVENT_INCOMPLETE', { track: track.id, event: event.type, asks: asks?.name ?? 'on' });
  }
}
