import { assign, setup } from 'xstate';
import type { HistoryEntry, TrackContext, TrackEvent } from './history.ts';
import type { Track } from './track.ts';

/** The history entry of an event; only what is given is kept. */
function entryOf({ type, on, evidence, facts }: TrackEvent): HistoryEntry {
  return { event: type, on, ...(evidence !== undefined && { evidence }), ...(facts && { facts }) };
}

const trackSetup = setup({
  // XState reads the types of context and events from this value and never touches it.
  types: {} as { context: TrackContext; events: TrackEvent },
  actions: {
    remember: assign({ history: ({ context, event }) => [...context.history, entryOf(event)] }),
  },
});

/**
 * The XState machine of a track: every event that leads somewhere moves the state and is remembered with its date and
 * evidence; every other event is refused.
 */
export function createTrackMachine(track: Track) {
  const states = Object.fromEntries(
    Object.entries(track.states).map(([name, state]) => {
      const on = Object.fromEntries(
        Object.entries(track.moves[name] ?? {}).flatMap(([event, target]) =>
          target === undefined ? [] : [[event, { target, actions: 'remember' as const, reenter: true }]],
        ),
      );
      return [name, state.final ? { type: 'final' as const } : { on }];
    }),
  );
  return trackSetup.createMachine({ id: track.id, initial: track.initial, context: { history: [] }, states });
}

export type TrackMachine = ReturnType<typeof createTrackMachine>;
