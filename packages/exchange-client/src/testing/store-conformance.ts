import type { TestFrame } from './conformance.ts';
import type { StoreSubject } from './store-case.ts';
import { storeEvidenceCases } from './store-evidence-cases.ts';
import { storeReceivingCases } from './store-receiving-cases.ts';
import { storeSendingCases } from './store-sending-cases.ts';

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
