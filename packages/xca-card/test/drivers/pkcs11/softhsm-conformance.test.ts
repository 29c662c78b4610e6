import { afterAll, beforeAll, describe, it } from 'vitest';
import { createPkcs11Driver } from '../../../src/drivers/pkcs11/index.ts';
import { cardDriverConformance } from '../../../src/testing/index.ts';
import { builtHost } from '../../support/built-host.ts';
import { leftOut, OPENSC, SOFTHSM } from '../../support/requirement.ts';
import { createSoftHsmToken, type SoftHsmToken } from '../../support/softhsm-token.ts';

const reason = leftOut(SOFTHSM, OPENSC);

// SoftHSM neither counts PIN tries down to a lock nor can lose its card: the virtual card shows those.
describe.skipIf(reason !== undefined)(`SoftHSM2 ${reason ?? ''}`, () => {
  let token: SoftHsmToken;
  let host: string;
  beforeAll(async () => {
    token = createSoftHsmToken();
    host = await builtHost();
  });
  afterAll(() => token.destroy());

  const makeSubject = async () => {
    const driver = createPkcs11Driver({ module: token.module, env: token.env, host });
    return { driver, pin: token.pin, dispose: () => driver.close() };
  };
  cardDriverConformance('PKCS#11 on SoftHSM2', makeSubject, {
    describe,
    it,
    changePin: true,
    hashes: ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'],
  });
});
