import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { samplePages } from '../build/pages.ts';
import { ROOT } from '../build/root.ts';
import { type Tried, trySamples } from '../build/try-samples.ts';

/** What runs nowhere but on the reader's machine, and why: page → reasons. */
const NOT_RUN: unknown = JSON.parse(readFileSync(join(ROOT, 'docs/test/not-run.json'), 'utf8'));

const pages = samplePages();
let tried: Tried;

beforeAll(() => {
  tried = trySamples(pages);
}, 120_000);

describe('code in guides and READMEs', () => {
  it('is there, and all of it is tried', () => {
    expect(tried.samples.length).toBeGreaterThan(40);
    expect(tried.outcomes.length).toBe(tried.samples.filter(({ noRun }) => noRun === undefined).length);
  });

  it.each(pages.map(({ path }) => path))('of %s runs', (path) => {
    expect(tried.outcomes.filter(({ place, error }) => place.startsWith(`${path}:`) && error)).toEqual([]);
  });

  it('that cannot run here is listed with its reason', () => {
    const left: Record<string, string[]> = {};
    for (const { place, noRun } of tried.samples) {
      const path = place.replace(/:\d+$/, '');
      if (noRun !== undefined) left[path] = [...(left[path] ?? []), noRun];
    }
    expect(left).toEqual(NOT_RUN);
  });
});
