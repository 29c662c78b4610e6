import { beforeAll, describe, it } from 'vitest';
import { createHipkiDriver } from '../../../src/drivers/hipki/index.ts';
import { cardDriverConformance } from '../../../src/testing/index.ts';
import { startHipkiService } from '../../support/hipki-service.ts';
import { type TestCardFiles, testCardFiles } from '../../support/test-keys.ts';

let files: TestCardFiles;
beforeAll(() => {
  files = testCardFiles();
});

const makeSubject = async () => {
  const service = await startHipkiService({ number: 'TTAJ000000000321', files, pin: '246802', triesLeft: 3 });
  const driver = createHipkiDriver({ url: service.url, pollInterval: 50 });
  return {
    driver,
    pin: '246802',
    remove: async () => {
      service.inserted = false;
    },
    insert: async () => {
      service.inserted = true;
    },
    dispose: async () => {
      await driver.close();
      await service.close();
    },
  };
};

cardDriverConformance('HiPKI client on a stand-in service', makeSubject, {
  describe,
  it,
  tries: 3,
  removal: true,
  changePin: true,
  hashes: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
  paddings: ['pkcs1'],
});
