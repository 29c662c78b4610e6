import { createSoftDriver, DEFAULT_READER, openSoftStore } from '../../src/drivers/soft/index.ts';

/** Tries a wrong PIN again and again in a store until it is killed; says so when it begins. */
const [folder = '', pin = ''] = process.argv.slice(2);
const driver = createSoftDriver({ store: openSoftStore(folder, { rounds: 1 }) });
process.stdout.write('ready\n');
for (;;) {
  const result = await driver.open(DEFAULT_READER, pin, { allowLastTry: true }).then(
    () => 'opened',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown'),
  );
  process.stdout.write(`${result}\n`);
}
