import type { CardDriver, DecryptPadding, HashName } from '../card/card.ts';

/** The two functions of a test runner that the suites use; those of vitest, jest, mocha and node:test fit. */
export interface TestRunner {
  describe(name: string, body: () => void): unknown;
  it(name: string, body: () => Promise<void>, timeout?: number): unknown;
}

/** A driver with one inserted card, made for one test. */
export interface DriverSubject {
  readonly driver: CardDriver;
  /** The PIN of the card, which has all its tries. */
  readonly pin: string;
  /** Takes the card out; resolves when it is out. */
  remove?(): Promise<void>;
  /** Puts the same card back. */
  insert?(): Promise<void>;
  /** Closes the driver and frees what belongs to it. */
  dispose(): Promise<void>;
}

/** What a way to the card can show. Tests of the rest are left out, and the name of the suite says so. */
export interface DriverAbilities {
  /** PIN tries in all, when the card counts them and locks. */
  readonly tries?: number;
  /** True when the card can be taken out and put back. */
  readonly removal?: boolean;
  /** True when the PIN can be changed and the card is thrown away after the test. */
  readonly changePin?: boolean;
  /** Default SHA-256, SHA-384, SHA-512. */
  readonly hashes?: readonly HashName[];
  /** Default all three. */
  readonly paddings?: readonly DecryptPadding[];
  /** Milliseconds within which an operation on a removed card must end. Default 2,000. */
  readonly removalLimit?: number;
}

/** Makes a fresh subject for one test. */
export type MakeSubject = () => Promise<DriverSubject>;

/** One group of tests of the suite. */
export interface SuiteParts {
  /** Registers a test that gets a subject of its own. */
  test(name: string, body: (subject: DriverSubject) => Promise<void>): void;
  readonly abilities: DriverAbilities;
}
