import { createSoftDriver, DEFAULT_READER, openSoftStore } from '../../src/drivers/soft/index.ts';

/** Opens a card with the PIN from its input, signs, and then dies of a refused PIN that nobody catches. */
const [folder = ''] = process.argv.slice(2);
const [pin = '', wrong = ''] = await new Promise<string[]>((resolve) =>
  process.stdin.once('data', (chunk) => resolve(String(chunk).trim().split(' '))),
);
const driver = createSoftDriver({ store: openSoftStore(folder, { rounds: 1 }) });
const session = await driver.open(DEFAULT_READER, pin);
const signature = await session.signer.sign(new Uint8Array(32));
process.stdout.write(`signed ${signature.length}\n`);
await driver.open(DEFAULT_READER, wrong);
