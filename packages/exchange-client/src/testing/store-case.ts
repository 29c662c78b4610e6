import type { Store } from '../store/store.ts';

/** A store under test. */
export interface StoreSubject {
  /** A store over a new, empty place. */
  open(): Promise<Store>;
  /** A second handle on the same place, as another process would have; the first stays open. */
  openAgain(): Promise<Store>;
}

/** One case of the store suite. */
export interface StoreCase {
  readonly name: string;
  run(subject: StoreSubject): Promise<void>;
}
