import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import type { TrackEvent } from '../../src/wizard/history.ts';
import { createTrackMachine } from '../../src/wizard/machine.ts';
import type { Track } from '../../src/wizard/track.ts';

/** An event with everything it asks for. */
export function fullEvent(track: Track, type: string, on = '2026-11-24'): TrackEvent {
  const asks = track.events[type]?.asks;
  const fact = asks?.kind === 'date' ? '2032-11-23' : '理由';
  return {
    type,
    on,
    ...(track.events[type]?.evidence && { evidence: '憑證 1 號' }),
    ...(asks && { facts: { [asks.name]: fact } }),
  };
}

/** Every event of a track, complete. */
export const allEvents = (track: Track): TrackEvent[] =>
  Object.keys(track.events).map((type) => fullEvent(track, type));

/** For the graph the state alone counts: the history grows without end. */
const byState = { serializeState: (snapshot: { value: unknown }) => JSON.stringify(snapshot.value) };

/** The shortest way to every state that can be reached, as XState finds it in the machine. */
export function waysToStates(track: Track): { state: string; events: TrackEvent[] }[] {
  const paths = getShortestPaths(createTrackMachine(track), { events: allEvents(track), ...byState });
  return paths.map(({ state, steps }) => ({
    state: String(state.value),
    // The first step is the machine's own start.
    events: steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.')),
  }));
}

/** Every way without a loop; the walk of the model test. */
export function simpleWays(track: Track): TrackEvent[][] {
  const paths = getSimplePaths(createTrackMachine(track), { events: allEvents(track), ...byState });
  return paths.map(({ steps }) =>
    steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.')),
  );
}
