import { FormError } from '../form-error.ts';
import type { HistoryEntry } from './history.ts';
import type { Track } from './track.ts';

/** Version of the saved shape; raised when its meaning changes. */
export const TRACK_SCHEMA_VERSION = 1;

/** Where an application, review, card or connection stands: plain JSON, saved and resumed as it is. */
export interface SavedTrack {
  readonly schemaVersion: number;
  /** Id of the track. */
  readonly track: string;
  readonly state: string;
  readonly history: readonly HistoryEntry[];
}

/** Brings a saved track of one version to the next. */
export interface TrackUpgrade {
  readonly from: number;
  upgrade(saved: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/**
 * Reads a saved track back, of this version or of an older one.
 *
 * @param track the track it belongs to
 * @param saved parsed JSON
 * @param upgrades steps from older versions, each from one version to the next
 * @throws FormError `SAVED_TRACK_UNREADABLE`, `SAVED_TRACK_TOO_NEW`
 */
export function resumeTrack(
  track: Track,
  saved: unknown,
  upgrades: readonly TrackUpgrade[] = [],
): SavedTrack {
  const current = upgraded(saved, upgrades);
  if (!isSavedTrack(current) || current.track !== track.id || !Object.hasOwn(track.states, current.state)) {
    throw new FormError('SAVED_TRACK_UNREADABLE', { track: track.id });
  }
  const { schemaVersion, state, history } = current;
  return { schemaVersion, track: track.id, state, history };
}

function upgraded(saved: unknown, upgrades: readonly TrackUpgrade[]): unknown {
  let current = saved;
  for (;;) {
    const version = versionOf(current);
    if (version === undefined || version === TRACK_SCHEMA_VERSION) return current;
    if (version > TRACK_SCHEMA_VERSION) {
      throw new FormError('SAVED_TRACK_TOO_NEW', { version, known: TRACK_SCHEMA_VERSION });
    }
    const step = upgrades.find(({ from }) => from === version);
    const next = step && isRecord(current) ? step.upgrade(current) : undefined;
    if (next === undefined || versionOf(next) !== version + 1) {
      throw new FormError('SAVED_TRACK_UNREADABLE', { version });
    }
    current = next;
  }
}

function versionOf(saved: unknown): number | undefined {
  const version = isRecord(saved) ? saved.schemaVersion : undefined;
  return typeof version === 'number' && Number.isInteger(version) ? version : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSavedTrack(value: unknown): value is SavedTrack {
  return (
    isRecord(value) &&
    value.schemaVersion === TRACK_SCHEMA_VERSION &&
    typeof value.track === 'string' &&
    typeof value.state === 'string' &&
    Array.isArray(value.history) &&
    value.history.every(isHistoryEntry)
  );
}

function isHistoryEntry(value: unknown): value is HistoryEntry {
  if (!isRecord(value)) return false;
  const { event, on, evidence, facts } = value;
  return (
    typeof event === 'string' &&
    typeof on === 'string' &&
    (evidence === undefined || typeof evidence === 'string') &&
    (facts === undefined ||
      (isRecord(facts) && Object.values(facts).every((fact) => typeof fact === 'string')))
  );
}
