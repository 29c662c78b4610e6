// From packages/xca-card/README.md; written by docs/build/write-docs.ts.
declare const pin: string;
declare const data: Uint8Array;
import { createPkcs11Driver } from '@kcc/xca-card/pkcs11';

const driver = createPkcs11Driver(); // finds HiCOS; or { module: '/path/to/module.so' }
const reader = (await driver.readers()).find(({ card }) => card !== undefined);
const session = await driver.open(reader?.id ?? '', pin);
const signature = await session.signer.sign(data);
await session.close();
await driver.close();

export { driver, reader, session, signature };
