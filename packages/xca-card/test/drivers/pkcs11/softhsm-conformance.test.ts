import { afterAll, beforeAll, describe, it } from 'vitest';
import type { CardDriver } from '../../../src/card/card.ts';
import { createPkcs11Driver, type Pkcs11Driver } from '../../../src/drivers/pkcs11/index.ts';
import { cardDriverConformance } from '../../../src/testing/index.ts';
import { builtHost } from '../../support/built-host.ts';
import { leftOut, OPENSC, SOFTHSM } from '../../support/requirement.ts';
import { createSoftHsmToken, type SoftHsmToken } from '../../support/softhsm-token.ts';

const reason = leftOut(SOFTHSM, OPENSC);

// SoftHSM neither counts PIN tries down to a lock nor can lose its card: the virtual card shows those.
describe.skipIf(reason !== undefined)(`SoftHSM2 ${reason ?? ''}`, () => {
  let token: SoftHsmToken;
  let host: string;
  /** One for all tests, until one of them closes it: loading the module for each takes longer than the tests. */
  let shared: Pkcs11Driver | undefined;
  beforeAll(async () => {
    token = createSoftHsmToken();
    host = await builtHost();
  });
  afterAll(async () => {
    await shared?.close();
    token.destroy();
  });

  const makeSubject = async () => {
    const used = shared ?? createPkcs11Driver({ module: token.module, env: token.env, host });
    shared = used;
    const driver: CardDriver = {
      name: used.name,
      readers: () => used.readers(),
      open: (...args) => used.open(...args),
      events: (signal) => used.events(signal),
      close: async () => {
        shared = undefined;
        await used.close();
      },
    };
    return { driver, pin: token.pin, dispose: async () => undefined };
  };
  cardDriverConformance('PKCS#11 on SoftHSM2', makeSubject, {
    describe,
    it,
    changePin: true,
    hashes: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
  });
});
