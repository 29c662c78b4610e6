// From docs/guides/cards.md; written by docs/build/write-docs.ts.
import { createPkcs11Driver } from '@kcc/xca-card/pkcs11';

const driver = createPkcs11Driver(); // 或 { module: 'C:\\Windows\\System32\\HiCOSPKCS11.dll' }
const reader = (await driver.readers()).find(({ card }) => card !== undefined);
if (!reader) throw new Error('沒有卡片');
const pin = process.env.KCC_PIN ?? '';
const session = await driver.open(reader.id, pin); // PIN 只送一次，絕不自動重試
const signature = await session.signer.sign(new TextEncoder().encode('公文'));
await session.close();
await driver.close();

export { driver, reader, pin, session, signature };
