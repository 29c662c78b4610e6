// From docs/guides/four-stages.md; written by docs/build/write-docs.ts.
import { advanceTrack, cardTrack, deadlinesToCalendar, startTrack, trackDeadlines } from '@kcc/forms';

const issued = { type: 'ISSUED', on: '2026-12-10', facts: { expiresOn: '2032-12-09' } } as const;
const card = advanceTrack(cardTrack, startTrack(cardTrack), issued);
const ics = deadlinesToCalendar(trackDeadlines(cardTrack, card, '2026-12-20'), { now: new Date() });
console.log(ics.startsWith('BEGIN:VCALENDAR')); // true

export { issued, card, ics };
