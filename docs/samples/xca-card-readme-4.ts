// From packages/xca-card/README.md; written by docs/build/write-docs.ts.
import { createHipkiDriver, createPopupTransport } from '@kcc/xca-card/hipki';

const driver = createHipkiDriver({ transport: createPopupTransport({ window }) });

export { driver };
