import { createPkcs11Driver } from '../../src/drivers/pkcs11/index.ts';

/** A program of its own that does a little with a card and ends; `close` leaves the driver open on purpose. */
const driver = createPkcs11Driver({ module: process.env.TEST_MODULE ?? '' });
const reader = (await driver.readers()).find(({ card }) => card !== undefined);
const session = await driver.open(reader?.id ?? '', process.env.TEST_PIN ?? '');
await session.signer.sign(new Uint8Array(32));
if (process.env.TEST_CLOSE === 'yes') {
  await session.close();
  await driver.close();
}
process.stdout.write(`done ${driver.pid}`);
