// From docs/guides/cards.md; written by docs/build/write-docs.ts.
import { activate, createSoftDriver, insertCard, issueSoftCard, openSoftStore } from '@kcc/xca-card/soft';

const store = openSoftStore('cards');
const card = await issueSoftCard(store, { organisation: { name: '測試服務處' }, userCode: 'Demo-2468' });
await activate(store, card.number, 'Demo-2468', '13572468');
await insertCard(store, card.number);

const driver = createSoftDriver({ store });
const [reader] = await driver.readers();
const session = await driver.open(reader?.id ?? '', '13572468');
const signature = await session.signer.sign(new TextEncoder().encode('公文'));
console.log(signature.length); // 256
await session.close();
await driver.close();

export { store, card, driver, reader, session, signature };
