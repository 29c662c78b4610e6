// From packages/xca-card/README.md; written by docs/build/write-docs.ts.
const [userCode, pin] = ['Demo-2468', '13572468'];
import { activate, createSoftDriver, insertCard, issueSoftCard, openSoftStore } from '@kcc/xca-card/soft';

const store = openSoftStore('cards');
const card = await issueSoftCard(store, { organisation: { name: '測試市議員王小明服務處' }, userCode });
await activate(store, card.number, userCode, pin); // 開卡
await insertCard(store, card.number);
const driver = createSoftDriver({ store });

export { userCode, pin, store, card, driver };
