import type { Track } from './track.ts';
import { applicationTrack } from './tracks/application.ts';
import { cardTrack } from './tracks/card.ts';
import { connectionTrack } from './tracks/connection.ts';
import { reviewTrack } from './tracks/review.ts';

/** Every track, in the order of the way. */
export const tracks: readonly Track[] = [applicationTrack, reviewTrack, cardTrack, connectionTrack];

/** The tracks on which a form is needed. */
export function tracksOfForm(formId: string): Track[] {
  return tracks.filter((track) => Object.values(track.states).some(({ papers }) => papers?.includes(formId)));
}
