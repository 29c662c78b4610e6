/** A repeatable random number between 0 and 1 (mulberry32); a failing test names its seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Choices that follow from a seed. */
export interface Dice {
  pick<T>(values: readonly T[]): T;
  /** True in that share of throws. */
  yes(share: number): boolean;
  /** 0 up to, not with, the limit. */
  upTo(limit: number): number;
}

export function dice(seed: number): Dice {
  const random = createRandom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  return {
    // an index below the length
    pick: <T>(values: readonly T[]): T => values[upTo(values.length)] as T,
    yes: (share) => random() < share,
    upTo,
  };
}
