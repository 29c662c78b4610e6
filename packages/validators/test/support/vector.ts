import { expect, it } from 'vitest';
import type { CheckOptions, CheckResult } from '../../src/check.ts';
import type { Level } from '../../src/issue.ts';

/** One vector: what is given, how bad it is, the codes reported, and the value where it is not the input. */
export type Vector = readonly [input: string, level: Level, codes?: readonly string[], value?: string];

/** Registers one test a vector. */
export function testVectors<Options extends CheckOptions>(
  check: (value: string, options?: Options) => CheckResult,
  vectors: readonly Vector[],
  options?: Options,
): void {
  for (const [input, level, codes = [], value = input] of vectors) {
    it(`${JSON.stringify(input)} is ${level}`, () => {
      const result = check(input, options);
      expect(result.issues.map(({ code }) => code)).toEqual(codes);
      expect(result).toMatchObject({ level, ok: level !== 'error', value });
      for (const { message } of result.issues) expect(message).not.toMatch(/\{\w+\}/);
    });
  }
}
