import { describe, expect, it } from 'vitest';
import { advanceTrack, startTrack } from '../../src/wizard/advance.ts';
import { deadlinesToCalendar } from '../../src/wizard/calendar.ts';
import { trackDeadlines } from '../../src/wizard/deadline.ts';
import { cardTrack } from '../../src/wizard/tracks/card.ts';

const saved = advanceTrack(cardTrack, startTrack(cardTrack), {
  type: 'ISSUED',
  on: '2026-11-23',
  facts: { expiresOn: '2032-11-22' },
});
const calendar = deadlinesToCalendar(trackDeadlines(cardTrack, saved, '2026-11-24'), {
  now: new Date('2026-11-24T01:02:03Z'),
  scope: '80067',
});

describe('iCalendar (RFC 5545)', () => {
  it('ends every line with CRLF and keeps it within 75 octets', () => {
    const lines = calendar.split('\r\n');
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('unfolds to whole-day entries with a stable identifier and a reminder', () => {
    const text = calendar.replaceAll('\r\n ', '');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(text).toContain(
      'UID:card-activation-80067@forms.kcc\r\nDTSTAMP:20261124T010203Z\r\nDTSTART;VALUE=DATE:20270221',
    );
    expect(text).toContain('SUMMARY:開卡期限');
    expect(text).toContain('TRIGGER:-P7D');
    expect(text).toContain('逾期憑證中心將逕行停用');
  });

  it('escapes commas and semicolons of the English notes', () => {
    const english = deadlinesToCalendar(trackDeadlines(cardTrack, saved, '2026-11-24'), {
      now: new Date(0),
      lang: 'en',
    });
    expect(english.replaceAll('\r\n ', '')).toContain(
      'From 60 days before expiry\\; known of the sister CA\\, confirm',
    );
  });
});
