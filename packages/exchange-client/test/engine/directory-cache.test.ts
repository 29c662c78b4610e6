import { describe, expect, it } from 'vitest';
import { cachedDirectory } from '../../src/engine/directory-cache.ts';
import { makeOffice } from '../fixture/identity.ts';
import { entryOf, fakeClock } from '../fixture/network.ts';

const entry = entryOf(makeOffice('B', '乙機關'));

function counted(found: () => typeof entry | undefined) {
  const clock = fakeClock();
  let asked = 0;
  const directory = cachedDirectory(
    {
      find: async () => {
        asked += 1;
        return found();
      },
    },
    clock.now,
    1000,
  );
  return { directory, clock, asked: () => asked };
}

describe('a remembered directory', () => {
  it('is asked once for many letters, also at the same time, and again when the time is over', async () => {
    const { directory, clock, asked } = counted(() => entry);
    await Promise.all(Array.from({ length: 30 }, () => directory.find('B', '')));
    await directory.find('B', '');
    expect(asked()).toBe(1);
    clock.advance(1000);
    expect(await directory.find('B', '')).toBe(entry);
    expect(asked()).toBe(2);
  });

  it('is asked again when the clock went back, and every time for an office that is not there', async () => {
    const back = counted(() => entry);
    await back.directory.find('B', '');
    back.clock.advance(-1);
    await back.directory.find('B', '');
    expect(back.asked()).toBe(2);
    const none = counted(() => undefined);
    await none.directory.find('B', '');
    await none.directory.find('B', '');
    expect(none.asked()).toBe(2);
  });

  it('does not remember a failure', async () => {
    let fail = true;
    const { directory } = counted(() => {
      if (fail) throw new Error('away');
      return entry;
    });
    await expect(directory.find('B', '')).rejects.toThrow('away');
    fail = false;
    expect(await directory.find('B', '')).toBe(entry);
  });
});
