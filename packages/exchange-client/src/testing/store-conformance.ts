import type { Store } from '../store/store.ts';
import type { TestFrame } from './conformance.ts';
import { storeEvidenceCases } from './store-evidence-cases.ts';
import { storeReceivingCases } from './store-receiving-cases.ts';
import { storeSendingCases } from './store-sending-cases.ts';

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

/**
 * Registers every case of the store suite with a test runner.
 *
 * @param createSubject - called once a case, so that no case sees another's data
 */
export function storeConformance(frame: TestFrame, name: string, createSubject: () => StoreSubject): void {
  frame.describe(`store conformance: ${name}`, () => {
    for (const item of [...storeSendingCases, ...storeReceivingCases, ...storeEvidenceCases]) {
      frame.it(item.name, () => item.run(createSubject()));
    }
  });
}
