import { describe, expect, it } from 'vitest';
import { advanceTrack, startTrack } from '../../src/wizard/advance.ts';
import { resumeTrack } from '../../src/wizard/saved-track.ts';
import { trackStatus } from '../../src/wizard/status.ts';
import type { Track } from '../../src/wizard/track.ts';
import { applicationTrack } from '../../src/wizard/tracks/application.ts';
import { cardTrack } from '../../src/wizard/tracks/card.ts';
import { connectionTrack } from '../../src/wizard/tracks/connection.ts';
import { fullEvent } from '../support/track-paths.ts';

function walk(track: Track, ...types: readonly string[]) {
  return types.reduce((at, type) => advanceTrack(track, at, fullEvent(track, type)), startTrack(track));
}

describe('the application in the order of the site (B4, R17, R22)', () => {
  it('upload comes before print, seal before payment, payment before sending', () => {
    const order = ['UPLOADED', 'PRINTED', 'SEALED', 'PAID', 'CONFIRMED', 'WINDOW_FOUND', 'SENT'];
    let saved = walk(applicationTrack, 'SEARCHED', 'KIND_CHOSEN', 'TERMS_AGREED', 'FILLED');
    for (const [place, type] of order.entries()) {
      for (const later of order.slice(place + 1)) {
        expect(() => advanceTrack(applicationTrack, saved, fullEvent(applicationTrack, later))).toThrow();
      }
      saved = advanceTrack(applicationTrack, saved, fullEvent(applicationTrack, type));
    }
    expect(saved.state).toBe('sent');
  });

  it('names the papers that are still missing', () => {
    const saved = walk(applicationTrack, 'SEARCHED', 'KIND_CHOSEN', 'TERMS_AGREED', 'FILLED', 'UPLOADED');
    expect(trackStatus(applicationTrack, saved, { asOf: '2026-11-24' }).missing).toEqual([
      'xca-application-primary',
      'xca-user-code-letter',
    ]);
    const ready = ['xca-application-primary'];
    expect(trackStatus(applicationTrack, saved, { asOf: '2026-11-24', ready }).missing).toEqual([
      'xca-user-code-letter',
    ]);
  });

  it('B5: a transfer number that died leads back to payment, its deadline is no longer shown', () => {
    const to = ['SEARCHED', 'KIND_CHOSEN', 'TERMS_AGREED', 'FILLED', 'UPLOADED', 'PRINTED', 'SEALED'];
    const waiting = advanceTrack(applicationTrack, walk(applicationTrack, ...to), {
      type: 'TRANSFER_NUMBER_ISSUED',
      on: '2026-11-24',
      facts: { payBy: '2026-12-01' },
    });
    const [deadline] = trackStatus(applicationTrack, waiting, { asOf: '2026-11-30' }).deadlines;
    expect(deadline).toMatchObject({ id: 'transfer', date: '2026-12-01', daysLeft: 1 });
    const dead = advanceTrack(applicationTrack, waiting, { type: 'TRANSFER_NUMBER_DIED', on: '2026-12-02' });
    expect(dead.state).toBe('sealed');
    expect(trackStatus(applicationTrack, dead, { asOf: '2026-12-02' }).deadlines).toEqual([]);
  });

  it('asks for the payment deadline and for a date', () => {
    const to = ['SEARCHED', 'KIND_CHOSEN', 'TERMS_AGREED', 'FILLED', 'UPLOADED', 'PRINTED', 'SEALED'];
    const sealed = walk(applicationTrack, ...to);
    const event = { type: 'TRANSFER_NUMBER_ISSUED', on: '2026-11-24' };
    expect(() => advanceTrack(applicationTrack, sealed, event)).toThrow(
      expect.objectContaining({ code: 'EVENT_INCOMPLETE' }),
    );
    expect(() => advanceTrack(applicationTrack, sealed, { type: 'PAID', on: '11/24' })).toThrow(
      expect.objectContaining({ code: 'EVENT_INCOMPLETE' }),
    );
  });

  it('says which events lack their evidence', () => {
    const saved = walk(applicationTrack, 'SEARCHED', 'KIND_CHOSEN', 'TERMS_AGREED', 'FILLED');
    const uploaded = advanceTrack(applicationTrack, saved, { type: 'UPLOADED', on: '2026-11-24' });
    expect(trackStatus(applicationTrack, uploaded, { asOf: '2026-11-24' }).withoutEvidence).toEqual([
      'UPLOADED',
    ]);
  });
});

describe('deadlines (M1, M2, M8)', () => {
  const issued = (on: string, expiresOn: string) =>
    advanceTrack(cardTrack, startTrack(cardTrack), { type: 'ISSUED', on, facts: { expiresOn } });

  it.each([
    ['2019-11-12', '2020-02-10'],
    ['2019-12-15', '2020-03-14'],
    ['2026-11-23', '2027-02-21'],
  ])('a card issued on %s must be opened by %s', (on, due) => {
    const { deadlines } = trackStatus(cardTrack, issued(on, '2032-01-01'), { asOf: on });
    expect(deadlines.find(({ id }) => id === 'activation')).toMatchObject({ date: due, daysLeft: 90 });
  });

  it('renewal opens 60 days before the date on the card; expiry is that date', () => {
    const { deadlines } = trackStatus(cardTrack, issued('2026-11-23', '2032-11-22'), { asOf: '2026-11-23' });
    expect(deadlines.map(({ id, date }) => [id, date])).toEqual([
      ['activation', '2027-02-21'],
      ['renewal-window', '2032-09-23'],
      ['expiry', '2032-11-22'],
    ]);
  });

  it('a rename starts two weeks that end when revocation is asked for', () => {
    const active = advanceTrack(cardTrack, issued('2026-01-02', '2032-01-01'), {
      type: 'ACTIVATED',
      on: '2026-01-20',
    });
    const renamed = advanceTrack(cardTrack, active, { type: 'RENAMED', on: '2026-11-23' });
    expect(trackStatus(cardTrack, renamed, { asOf: '2026-11-24' }).deadlines[0]).toMatchObject({
      id: 'revocation-after-rename',
      date: '2026-12-07',
      daysLeft: 13,
    });
    const asked = advanceTrack(cardTrack, renamed, {
      type: 'REVOCATION_ASKED',
      on: '2026-11-30',
      evidence: '1',
    });
    expect(trackStatus(cardTrack, asked, { asOf: '2026-11-30' }).deadlines.map(({ id }) => id)).not.toContain(
      'revocation-after-rename',
    );
  });

  it('an overdue deadline is shown with negative days and refuses nothing', () => {
    const late = issued('2026-01-02', '2032-01-01');
    expect(trackStatus(cardTrack, late, { asOf: '2026-11-24' }).deadlines[0]?.daysLeft).toBeLessThan(0);
    expect(advanceTrack(cardTrack, late, { type: 'ACTIVATED', on: '2026-11-24' }).state).toBe('active');
  });

  it('2.4: an expired certificate stops the exchange and leaves three months to restore', () => {
    const inUse = walk(connectionTrack, 'SEALED', 'SENT', 'FORWARDED', 'APPROVED', 'FIRST_USED');
    const stopped = advanceTrack(connectionTrack, inUse, { type: 'CERTIFICATE_EXPIRED', on: '2026-11-30' });
    const status = trackStatus(connectionTrack, stopped, { asOf: '2026-12-01' });
    expect(status.deadlines[0]).toMatchObject({ id: 'restore', date: '2027-02-28' });
    expect(status.missing).toEqual(['g2b2c-restore']);
  });
});

describe('saved tracks', () => {
  const saved = startTrack(cardTrack);

  it.each([
    ['text', 'x'],
    ['another track', { ...saved, track: 'review' }],
    ['an unknown state', { ...saved, state: 'gone' }],
    ['a broken history', { ...saved, history: [{ event: 1 }] }],
    ['no version', { track: 'card', state: 'waiting', history: [] }],
  ])('refuses %s', (_, broken) => {
    expect(() => resumeTrack(cardTrack, broken)).toThrow(
      expect.objectContaining({ code: 'SAVED_TRACK_UNREADABLE' }),
    );
  });

  it('refuses what a newer version saved', () => {
    expect(() => resumeTrack(cardTrack, { ...saved, schemaVersion: 99 })).toThrow(
      expect.objectContaining({ code: 'SAVED_TRACK_TOO_NEW' }),
    );
  });
});
