import { createPkcs11Driver } from '../../src/drivers/pkcs11/index.ts';

/** A program of its own that opens a card and signs until it is killed; tells its module's process id. */
const driver = createPkcs11Driver({ module: process.env.TEST_MODULE ?? '' });
const reader = (await driver.readers()).find(({ card }) => card !== undefined);
const session = await driver.open(reader?.id ?? '', process.env.TEST_PIN ?? '');
process.send?.({ pid: driver.pid });
for (;;) await session.signer.sign(new Uint8Array(32));
