import { keyGroup } from './key-group.ts';
import { pinGroup } from './pin-group.ts';
import { readingGroup } from './reading-group.ts';
import { removalGroup } from './removal-group.ts';
import type { DriverAbilities, MakeSubject, SuiteParts, TestRunner } from './subject.ts';

/**
 * Registers the tests that every `CardDriver` must pass; each test makes and disposes a subject of its own.
 *
 * @param name Name of the driver in the test report.
 * @param makeSubject A driver with one inserted card that has all its PIN tries.
 * @param hooks The runner's functions, and what this way to the card can show.
 * @example
 * import { describe, it } from 'vitest';
 * cardDriverConformance('my driver', makeSubject, { describe, it, tries: 3, removal: true });
 */
export function cardDriverConformance(
  name: string,
  makeSubject: MakeSubject,
  hooks: TestRunner & DriverAbilities,
): void {
  const parts: SuiteParts = {
    abilities: hooks,
    test: (title, body) => {
      hooks.it(title, async () => {
        const subject = await makeSubject();
        try {
          await body(subject);
        } finally {
          await subject.dispose();
        }
      });
    },
  };
  hooks.describe(`${name}: card driver conformance${leftOut(hooks)}`, () => {
    readingGroup(parts);
    keyGroup(parts);
    pinGroup(parts);
    if (hooks.removal === true) removalGroup(parts);
  });
}

function leftOut({ tries, removal, changePin }: DriverAbilities): string {
  const missing = [
    ...(tries === undefined ? ['PIN tries'] : []),
    ...(removal === true ? [] : ['removal']),
    ...(changePin === true ? [] : ['PIN change']),
  ];
  return missing.length === 0 ? '' : ` (without ${missing.join(', ')})`;
}
