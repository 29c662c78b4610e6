import { describe, expect, it } from 'vitest';
import { writeCalendar } from '../../src/lifecycle/calendar.ts';
import { deadlinesOf } from '../../src/lifecycle/deadlines.ts';
import { LIFE_RULES } from '../../src/lifecycle/rules.ts';
import { LIFE_STATE_LABELS, LIFE_TRANSITIONS, stepsFrom } from '../../src/lifecycle/states.ts';

const notBefore = new Date('2026-01-10T16:30:00Z');
const notAfter = new Date('2032-01-10T16:30:00Z');
const on = (text: string) => new Date(text);
const kinds = (dates: Parameters<typeof deadlinesOf>[0], now: Date) =>
  deadlinesOf(dates, now).map(({ kind, state }) => `${kind} ${state}`);

describe('deadlinesOf', () => {
  it('counts 90 days for opening', () => {
    const [opening] = deadlinesOf({ notBefore, notAfter, activatedAt: false }, on('2026-02-01T00:00:00Z'));
    expect(opening).toMatchObject({
      kind: 'opening',
      state: 'open',
      due: on('2026-04-10T16:30:00Z'),
      daysLeft: 68,
    });
    expect(kinds({ notBefore, notAfter, activatedAt: false }, on('2026-05-01T00:00:00Z'))[0]).toBe(
      'opening missed',
    );
  });

  it('asks no opening of a card that was opened, nor of an old one of which nobody knows', () => {
    const now = on('2026-05-01T00:00:00Z');
    expect(kinds({ notBefore, notAfter, activatedAt: on('2026-01-20T00:00:00Z') }, now)).toEqual([
      'renewal later',
      'expiry later',
    ]);
    expect(kinds({ notBefore, notAfter }, now)).toEqual(['renewal later', 'expiry later']);
    expect(kinds({ notBefore, notAfter }, on('2026-02-01T00:00:00Z'))).toContain('opening open');
  });

  it('opens the renewal 60 days before expiry and closes it with the expiry', () => {
    const dates = { notBefore, notAfter, activatedAt: notBefore };
    const start = new Date(notAfter.getTime() - 60 * 86_400_000);
    expect(kinds(dates, new Date(start.getTime() - 1))).toContain('renewal later');
    expect(kinds(dates, start)).toContain('renewal open');
    expect(kinds(dates, notAfter)).toContain('renewal open');
    expect(kinds(dates, new Date(notAfter.getTime() + 1))).toEqual(['renewal missed', 'expiry missed']);
    expect(kinds({ ...dates, renewed: true }, start)).toEqual(['expiry open']);
  });

  it('gives two weeks after a change of name, and puts the earliest first', () => {
    const dates = { notBefore, notAfter, activatedAt: notBefore, changedAt: on('2027-03-01T00:00:00Z') };
    const [first] = deadlinesOf(dates, on('2027-03-05T00:00:00Z'));
    expect(first).toMatchObject({
      kind: 'name-change',
      due: on('2027-03-15T00:00:00Z'),
      daysLeft: 10,
      state: 'open',
    });
  });

  it('names source and date of every rule', () => {
    for (const rule of Object.values(LIFE_RULES)) {
      expect(rule.source).not.toBe('');
      expect(rule.verifiedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('writeCalendar, RFC 5545', () => {
  const now = on('2026-01-11T00:00:00Z');
  const calendar = writeCalendar(deadlinesOf({ notBefore, notAfter, activatedAt: false }, now), {
    now,
    id: 'TT00000000000001',
    title: '測試市議員王小明服務處，苓雅;區',
  });
  const lines = calendar.replace(/\r\n /g, '').split('\r\n');

  it('has lines of at most 75 octets that end with CRLF', () => {
    const raw = calendar.split('\r\n');
    for (const line of raw) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(calendar.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  it('puts all-day events on the day in Taiwan', () => {
    // 16:30 UTC is half past midnight of the next day in Taipei.
    expect(lines).toContain('DTSTART;VALUE=DATE:20260411');
    expect(lines).toContain('DTSTART;VALUE=DATE:20320111');
    expect(lines).toContain('DTEND;VALUE=DATE:20320112');
  });

  it('reminds 60, 30 and 7 days before expiry, and escapes texts', () => {
    const expiry = calendar.slice(calendar.indexOf('UID:expiry'));
    expect([...expiry.matchAll(/TRIGGER:-P(\d+)D/g)].map(([, days]) => days)).toEqual(['60', '30', '7']);
    expect(lines.some((line) => line.startsWith('SUMMARY:測試市議員王小明服務處，苓雅\\;區：'))).toBe(true);
  });

  it('gives the same events the same ids', () => {
    const again = writeCalendar(deadlinesOf({ notBefore, notAfter, activatedAt: false }, now), {
      now,
      id: 'TT00000000000001',
    });
    const ids = (text: string) => [...text.matchAll(/^UID:(.*)$/gm)].map(([, id]) => id);
    expect(ids(again)).toEqual(ids(calendar));
    expect(new Set(ids(again)).size).toBe(3);
  });
});

describe('states', () => {
  it('are all reached and all left, but for the ends', () => {
    for (const state of Object.keys(LIFE_STATE_LABELS)) {
      if (state !== 'issued') expect(LIFE_TRANSITIONS.some(({ to }) => to === state)).toBe(true);
    }
    expect(stepsFrom('revoked')).toEqual([]);
    expect(stepsFrom('expired')).toEqual([]);
    expect(stepsFrom('issued').map(({ step }) => step)).toEqual(['open', 'suspend', 'revoke']);
  });
});
