/** The two functions of a test runner that the suites need; vitest, jest and node:test all have them. */
export interface TestFrame {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

/** Fails a test with words. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails a test unless both are the same JSON. */
export function same(found: unknown, expected: unknown, what: string): void {
  const [left, right] = [ordered(found), ordered(expected)];
  check(left === right, `${what}: found ${left}, expected ${right}`);
}

/** JSON with the keys of every object in one order. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
