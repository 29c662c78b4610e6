// From packages/exchange-client/README.md; written by docs/build/write-docs.ts.
import type { TransportSubject } from '@kcc/exchange-client/testing';
declare const openTwoOffices: () => Promise<TransportSubject>;
import { transportConformance } from '@kcc/exchange-client/testing';
import { describe, it } from 'vitest';

transportConformance({ describe, it }, 'my transport', openTwoOffices);

export {  };
