import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../src/engine/breaker.ts';
import { DEFAULT_RETRY, nextAttempt } from '../../src/engine/retry.ts';

const now = new Date('2026-11-23T02:00:00Z');
const never = new Date('2099-01-01T00:00:00Z');
const wait = (attempts: number, chance = 0.5) =>
  ((nextAttempt(DEFAULT_RETRY, attempts, now, never, chance)?.getTime() ?? 0) - now.getTime()) / 1000;

describe('the wait before the next attempt', () => {
  it('doubles from 15 seconds up to an hour', () => {
    expect([1, 2, 3, 4, 8, 9, 10, 1000].map((attempts) => wait(attempts))).toEqual([
      15, 30, 60, 120, 1920, 3600, 3600, 3600,
    ]);
  });

  it('is spread by chance, 15 % to both sides', () => {
    expect([wait(1, 0), wait(1, 1)]).toEqual([12.75, 17.25]);
  });

  it('never goes beyond the expiry', () => {
    expect(nextAttempt(DEFAULT_RETRY, 1, now, new Date(now.getTime() + 10_000), 0.5)).toBeUndefined();
  });
});

describe('the circuit breaker', () => {
  it('leaves a destination alone after five failures in a row and lets one try after a minute', () => {
    const breaker = createBreaker();
    for (let failure = 0; failure < 4; failure += 1) breaker.failed('x', now);
    expect(breaker.blocked(now)).toEqual([]);
    breaker.failed('x', now);
    expect(breaker.blocked(now)).toEqual(['x']);
    const later = new Date(now.getTime() + 60_000);
    expect([breaker.blocked(later), breaker.onTrial(later)]).toEqual([[], ['x']]);
    breaker.failed('x', later);
    expect(breaker.blocked(later)).toEqual(['x']);
    breaker.succeeded('x');
    expect([breaker.blocked(later), breaker.onTrial(later)]).toEqual([[], []]);
  });
});
