// From packages/xca-card/README.md; written by docs/build/write-docs.ts.
import type { MakeSubject } from '@kcc/xca-card/testing';
declare const makeSubject: MakeSubject;
import { cardDriverConformance } from '@kcc/xca-card/testing';
import { describe, it } from 'vitest';

cardDriverConformance('my driver', makeSubject, { describe, it, tries: 3, removal: true });

export {  };
