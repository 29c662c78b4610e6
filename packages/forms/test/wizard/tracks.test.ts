import { describe, expect, it } from 'vitest';
import { forms } from '../../src/catalogue/forms.ts';
import { FormError } from '../../src/form-error.ts';
import { advanceTrack, startTrack } from '../../src/wizard/advance.ts';
import { resumeTrack } from '../../src/wizard/saved-track.ts';
import { trackStatus } from '../../src/wizard/status.ts';
import { tracks, tracksOfForm } from '../../src/wizard/tracks.ts';
import { allEvents, fullEvent, simpleWays, waysToStates } from '../support/track-paths.ts';

const asOf = '2026-11-24';

describe.each(tracks.map((track) => ({ id: track.id, track })))(
  'track $id, against its machine',
  ({ track }) => {
    const ways = waysToStates(track);

    it('reaches every state', () => {
      expect(ways.map(({ state }) => state).sort()).toEqual(Object.keys(track.states).sort());
    });

    it('uses every event somewhere', () => {
      const used = Object.values(track.moves).flatMap((moves) => Object.keys(moves ?? {}));
      expect(Object.keys(track.events).filter((event) => !used.includes(event))).toEqual([]);
    });

    it('walks every way without a loop exactly as the machine does', () => {
      for (const events of simpleWays(track)) {
        let saved = startTrack(track);
        for (const event of events) saved = advanceTrack(track, saved, event);
        expect(saved.history.map(({ event }) => event)).toEqual(events.map(({ type }) => type));
      }
    });

    it('accepts in every state the listed events and refuses all others, naming what is allowed', () => {
      for (const { state, events } of ways) {
        const saved = events.reduce((at, event) => advanceTrack(track, at, event), startTrack(track));
        const status = trackStatus(track, saved, { asOf });
        for (const event of allEvents(track)) {
          const next = status.events.find(({ type }) => type === event.type);
          if (next) expect(advanceTrack(track, saved, event).state).toBe(next.to);
          else expect(() => advanceTrack(track, saved, event), `${state} ${event.type}`).toThrow(FormError);
        }
      }
    });

    it('says for every state whose turn it is and what comes next', () => {
      for (const { state, events } of ways) {
        const saved = events.reduce((at, event) => advanceTrack(track, at, event), startTrack(track));
        const status = trackStatus(track, saved, { asOf });
        expect(status.label.zh.length, state).toBeGreaterThan(1);
        expect(status.next.zh.length, state).toBeGreaterThan(3);
        expect(status.next.en, state).toMatch(/^[ -~]+$/);
        expect(status.final, state).toBe(status.events.length === 0);
        expect(status.withoutEvidence).toEqual([]);
      }
    });

    it('resumes from JSON in every state and goes on', () => {
      for (const { events } of ways) {
        const saved = events.reduce((at, event) => advanceTrack(track, at, event), startTrack(track));
        const resumed = resumeTrack(track, JSON.parse(JSON.stringify(saved)));
        expect(resumed).toEqual(saved);
        const [next] = trackStatus(track, resumed, { asOf }).events;
        if (next) expect(advanceTrack(track, resumed, fullEvent(track, next.type)).state).toBe(next.to);
      }
    });

    it('resumes every state that an older version saved, through its upgrade', () => {
      const upgrade = {
        from: 0,
        upgrade: ({ step, log, ...rest }: Readonly<Record<string, unknown>>) => ({
          ...rest,
          schemaVersion: 1,
          state: step,
          history: log,
        }),
      };
      for (const { events } of ways) {
        const saved = events.reduce((at, event) => advanceTrack(track, at, event), startTrack(track));
        const old = { schemaVersion: 0, track: saved.track, step: saved.state, log: saved.history };
        expect(resumeTrack(track, JSON.parse(JSON.stringify(old)), [upgrade])).toEqual(saved);
        expect(() => resumeTrack(track, old)).toThrow(FormError);
      }
    });
  },
);

describe('papers of the tracks', () => {
  it('are forms of the catalogue', () => {
    const known = forms.map(({ id }) => id);
    const named = tracks.flatMap((track) => Object.values(track.states).flatMap(({ papers = [] }) => papers));
    expect(named.filter((paper) => !known.includes(paper))).toEqual([]);
    expect(tracksOfForm('g2b2c-01').map(({ id }) => id)).toEqual(['connection']);
  });
});
