import { describe, expect, it } from 'vitest';
import { parseExchangeTime, writeExchangeTime } from '../../src/codec/time.ts';

describe('expiredate', () => {
  it('is Taipei time', () => {
    expect(writeExchangeTime(new Date('2026-10-31T16:00:00Z'))).toBe('2026-11-01 00:00:00');
    expect(parseExchangeTime('2026-11-01 00:00:00')).toEqual(new Date('2026-10-31T16:00:00Z'));
  });

  it.each(['', '2026-02-30 00:00:00', '2026-10-31', '115-10-31 00:00:00', '2026-10-31 24:00:00'])(
    'is not read from %j',
    (text) => expect(parseExchangeTime(text)).toBeUndefined(),
  );
});
